using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Reading;

/// <summary>
/// Where each record of a file in memory lies. When all are alike, which is usual, that is arithmetic and takes no memory; else one number a record.
/// </summary>
internal sealed class RecordIndex
{
    private readonly int _stride;
    private readonly int _total;
    private readonly int[]? _starts;
    private readonly int[]? _lengths;

    private RecordIndex(int count, int stride, int total)
    {
        Count = count;
        _stride = stride;
        _total = total;
    }

    private RecordIndex(List<int> starts, List<int> lengths)
    {
        Count = starts.Count;
        _starts = [.. starts];
        _lengths = [.. lengths];
    }

    public int Count { get; }

    /// <summary>True when every record has 128 characters and what separates them is always the same.</summary>
    public bool IsUniform => _starts is null && (Count == 0 || Length(Count - 1) == B2Schema.RecordLength);

    public static RecordIndex Of(ReadOnlySpan<byte> bytes)
    {
        var separated = bytes[..Math.Min(bytes.Length, 3 * B2Schema.RecordLength)].IndexOfAny((byte)'\r', (byte)'\n') >= 0;
        if (!separated)
        {
            return new((bytes.Length + B2Schema.RecordLength - 1) / B2Schema.RecordLength, B2Schema.RecordLength, bytes.Length);
        }

        return Uniform(bytes) ?? Scan(bytes);
    }

    public int Start(int record) => _starts is null ? record * _stride : _starts[record];

    public int Length(int record) => _lengths is null ? Math.Min(B2Schema.RecordLength, _total - (record * _stride)) : _lengths[record];

    private static RecordIndex? Uniform(ReadOnlySpan<byte> bytes)
    {
        const int length = B2Schema.RecordLength;
        var first = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        if (first != length)
        {
            return null;
        }

        var separator = bytes[length..].StartsWith("\r\n"u8) ? bytes.Slice(length, 2) : bytes.Slice(length, 1);
        var stride = length + separator.Length;
        var at = 0;
        for (; at + length < bytes.Length; at += stride)
        {
            var rest = bytes[(at + length)..];
            if (!rest.StartsWith(separator) || bytes.Slice(at, length).IndexOfAny((byte)'\r', (byte)'\n') >= 0)
            {
                return null;
            }
        }

        return at == bytes.Length || at + length == bytes.Length
            ? new((bytes.Length + stride - 1) / stride, stride, bytes.Length)
            : null;
    }

    private static RecordIndex Scan(ReadOnlySpan<byte> bytes)
    {
        var (starts, lengths) = (new List<int>(), new List<int>());
        var splitter = new RecordSplitter();
        for (var at = 0; at < bytes.Length;)
        {
            var slice = splitter.Next(bytes[at..]);
            if (slice.Length > 0)
            {
                starts.Add(at);
                lengths.Add(slice.Length);
            }

            at += slice.Used;
        }

        return new(starts, lengths);
    }
}
