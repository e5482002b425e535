using System.Buffers;
using NUnit.Framework;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Contracts.Formats;

/// <summary>What every suite of formats begins with. A format passes by an empty subclass of each suite that gives its samples.</summary>
public abstract class FormatContract
{
    protected abstract IFormatSamples Samples { get; }

    protected Document Read(byte[] bytes) => Samples.Format.Read(bytes, Samples.Schema);

    protected IReadOnlyList<Diagnostic> Validate(byte[] bytes)
    {
        var findings = new DiagnosticBag();
        Samples.Format.Validate(Read(bytes), Samples.Schema, findings);
        return findings;
    }

    protected byte[] Write(Document document)
    {
        var writer = new ArrayBufferWriter<byte>();
        Samples.Format.Write(document, writer);
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>The good sample cut after every byte of it.</summary>
    protected IEnumerable<byte[]> Truncated() => Enumerable.Range(0, Samples.Good.Length).Select(length => Samples.Good[..length]);
}
