namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>The bytes of a message and the bounds of its segments: all that is found when a message is read.</summary>
internal sealed class SegmentTable
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly Hl7Delimiters _delimiters;

    /// <summary>Finds the segments from an offset on; empty lines do not count.</summary>
    public SegmentTable(ReadOnlyMemory<byte> bytes, int from, Hl7Delimiters delimiters)
    {
        Bytes = bytes;
        _delimiters = delimiters;
        var span = bytes.Span;
        var count = 0;
        for (var at = from; count < Hl7Handle.MaxSegments && Hl7Message.TryNextSegment(span, at, out _, out at);)
        {
            count++;
        }

        _starts = new int[count];
        _ends = new int[count];
        var next = from;
        for (var index = 0; index < count; index++)
        {
            Hl7Message.TryNextSegment(span, next, out _starts[index], out _ends[index]);
            next = _ends[index];
        }
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public int Count => _starts.Length;

    public int StartOf(int index) => _starts[index];

    public ReadOnlyMemory<byte> Memory(int index) => Bytes[_starts[index].._ends[index]];

    public ReadOnlySpan<byte> Span(int index) => Bytes.Span[_starts[index].._ends[index]];

    /// <summary>All bytes of a field with its repetitions; empty when there is none.</summary>
    public ReadOnlySpan<byte> Field(int index, int field)
    {
        if (index >= Count)
        {
            return default;
        }

        var segment = Span(index);
        var offset = FieldReader.Field(segment, _delimiters, field, out var length);
        return offset < 0 ? default : segment.Slice(offset, length);
    }

    /// <summary>Bytes of a place, and where they stand in the message (-1 when there is none).</summary>
    public ReadOnlySpan<byte> Find(int index, int field, int repetition, int component, int subComponent, out int offset)
    {
        offset = -1;
        if (index >= Count)
        {
            return default;
        }

        var part = FieldReader.Find(Span(index), _delimiters, field, repetition, component, subComponent, out offset);
        offset = offset < 0 ? -1 : offset + _starts[index];
        return part;
    }
}
