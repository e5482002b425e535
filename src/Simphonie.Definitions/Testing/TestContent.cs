using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Testing;

/// <summary>A message or answer of a test, from a file beside it or written in it.</summary>
public sealed record TestContent(ReadOnlyMemory<byte> Bytes, Place Place)
{
    public override string ToString() => $"{Bytes.Length} bytes";
}
