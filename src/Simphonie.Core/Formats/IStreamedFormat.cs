using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Core.Formats;

/// <summary>A format whose files may be larger than memory: it can check one while reading it, in constant memory.</summary>
public interface IStreamedFormat
{
    /// <summary>The same findings as <see cref="IFormat.Validate"/> over the whole file. The stream is read to its end and stays the caller's.</summary>
    void Validate(Stream stream, ISchema schema, DiagnosticBag findings, CancellationToken cancellationToken);
}
