using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;

namespace Simphonie.Channels.Shared;

/// <summary>Says of bytes that the framing was wrong, so that they are kept as refused and not read as a message.</summary>
internal sealed class UnreadableInspector(DiagnosticCode fault) : IMessageInspector
{
    public Inspection Inspect(ReadOnlySpan<byte> head) => new()
    {
        Readable = false,
        Findings = [Diagnostic.Of(fault, Place.Whole, $"{fault.Title} {fault.Help}")],
    };
}
