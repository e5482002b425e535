using Simphonie.Core.Diagnostics;
using Simphonie.Formats;

namespace Simphonie.Definitions.Testing;

/// <summary>A message or answer of a test, from a file beside it or written in it.</summary>
public sealed record TestContent(ReadOnlyMemory<byte> Bytes, Place Place)
{
    /// <summary>Name of its format, by how it begins; what no format recognises is taken for HL7 v2.</summary>
    public string Format => FormatOf(Bytes.Span);

    /// <inheritdoc cref="Format"/>
    public static string FormatOf(ReadOnlySpan<byte> bytes) => KnownFormats.Recognise(bytes)?.Name ?? "hl7v2";

    public override string ToString() => $"{Bytes.Length} bytes";
}
