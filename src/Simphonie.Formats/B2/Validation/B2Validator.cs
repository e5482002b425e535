using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Validation;

/// <summary>
/// Reads and checks a file of any length in constant memory: every record by its layout, the order of records, numbers, and every total.
/// Made for one file; not thread-safe.
/// </summary>
public sealed class B2Validator
{
    /// <summary>Findings that are kept unless the caller says otherwise; the rest is counted.</summary>
    public const int DefaultLimit = 1000;

    private const int BufferSize = 256 * 1024;

    private readonly FindingSink _findings;
    private readonly RecordSplitter _splitter = new();
    private readonly RecordRules _rules;
    private readonly B2Extent _extent;
    private long _read;

    /// <param name="schema">Layouts to check with.</param>
    /// <param name="findings">Gets what is wrong.</param>
    /// <param name="extent">What the bytes are meant to be.</param>
    /// <param name="visitor">Is shown each record, null for nobody.</param>
    /// <param name="limit">Findings that are kept.</param>
    public B2Validator(B2Schema schema, DiagnosticBag findings, B2Extent extent = B2Extent.File, IB2Visitor? visitor = null, int limit = DefaultLimit)
    {
        _extent = extent;
        _findings = new(findings, limit);
        _rules = new(schema, _findings, extent, visitor);
    }

    /// <summary>Reads a whole file that lies in memory, or is mapped into it.</summary>
    public B2Summary Run(ReadOnlySpan<byte> file, CancellationToken cancellationToken)
    {
        // In steps, so that a long file can be given up.
        var at = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            at = Consume(file, at, Math.Min(file.Length, at + BufferSize), isLast: true);
        }
        while (at < file.Length);

        return Complete();
    }

    /// <summary>Reads a whole file from where the stream stands.</summary>
    public B2Summary Run(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            Run(stream, buffer, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return Complete();
    }

    /// <summary>Reads a whole file that came in pieces.</summary>
    public B2Summary Run(ReadOnlySequence<byte> file, CancellationToken cancellationToken)
    {
        if (file.IsSingleSegment)
        {
            return Run(file.FirstSpan, cancellationToken);
        }

        using var stream = new SequenceStream(file);
        return Run(stream, cancellationToken);
    }

    private void Run(Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        // A little of what was read stays in front: a record that is too short shows only in the next one.
        const int history = 2 * B2Schema.RecordLength;
        var (at, end) = (0, 0);
        bool isLast;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var keep = Math.Max(0, at - history);
            buffer.AsSpan(keep, end - keep).CopyTo(buffer);
            (at, end) = (at - keep, end - keep);
            var got = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
            isLast = got < buffer.Length - end;
            end += got;
            at = Consume(buffer.AsSpan(0, end), at, end, isLast);
        }
        while (!isLast);
    }

    /// <summary>Takes records that begin before <paramref name="until"/> and returns where it stopped.</summary>
    private int Consume(ReadOnlySpan<byte> window, int at, int until, bool isLast)
    {
        while (at < until && (isLast || window.Length - at >= RecordSplitter.Lookahead))
        {
            var slice = _splitter.Next(window[at..]);
            var used = slice.Length == 0 ? slice.Used : _rules.Accept(window, at, slice, _splitter.IsSeparated, isLast);
            if (slice.IsOdd || slice.Length == 0)
            {
                _rules.OddSeparator(_read);
            }

            at += used;
            _read += used;
            _findings.Offset = _read;
        }

        return at;
    }

    private B2Summary Complete()
    {
        _rules.Complete(_extent);
        _findings.Complete();
        return new(_findings.Number, _read, _findings.Errors);
    }
}
