using Simphonie.Core.Documents;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>Finds parts of one segment by their numbers. Offsets are relative to the span that is given.</summary>
internal static class FieldReader
{
    /// <summary>Offset of a field in its segment; -1 when the segment ends before it.</summary>
    public static int Field(ReadOnlySpan<byte> segment, in Hl7Delimiters delimiters, int number, out int length)
    {
        length = 0;
        if (SegmentName.IsHeader(SegmentName.Key(segment)))
        {
            if (number == 1)
            {
                length = segment.Length > 3 ? 1 : 0;
                return length == 0 ? -1 : 3;
            }

            number--;
        }

        return Separators.Part(segment, delimiters.Field, number, out length);
    }

    /// <summary>True for MSH-1 and MSH-2 (and their like), which hold delimiters and are never split.</summary>
    public static bool IsOpaque(int segmentKey, int field) => field <= 2 && SegmentName.IsHeader(segmentKey);

    /// <summary>The part of a segment that numbers lead to; empty with <see cref="NodeState.Absent"/> when there is none. Component and sub-component 0 mean the whole.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> segment, scoped in Hl7Delimiters delimiters, int field, int repetition, int component, int subComponent, out int offset)
    {
        offset = Field(segment, delimiters, field, out var length);
        if (offset < 0)
        {
            return default;
        }

        var part = segment.Slice(offset, length);
        if (IsOpaque(SegmentName.Key(segment), field))
        {
            return repetition <= 1 && component <= 1 && subComponent <= 1 ? part : default;
        }

        if (!Narrow(ref part, ref offset, delimiters.Repetition, repetition) ||
            (component > 0 && !Narrow(ref part, ref offset, delimiters.Component, component)) ||
            (subComponent > 0 && !Narrow(ref part, ref offset, delimiters.SubComponent, subComponent)))
        {
            offset = -1;
            return default;
        }

        return part;
    }

    /// <summary>Absent when nothing but separators stands there, cleared for <c>""</c>.</summary>
    public static NodeState StateOf(ReadOnlySpan<byte> part, in Hl7Delimiters delimiters)
    {
        if (part.Length == 2 && part[0] == (byte)'"' && part[1] == (byte)'"')
        {
            return NodeState.Cleared;
        }

        return part.IndexOfAnyExcept(delimiters.Component, delimiters.SubComponent, delimiters.Repetition) < 0 ? NodeState.Absent : NodeState.Valued;
    }

    /// <summary>Narrows a field or component to its first part when every other part is empty; false when it has several.</summary>
    public static bool TrySingle(ref ReadOnlySpan<byte> part, Hl7Handle at, in Hl7Delimiters delimiters)
    {
        if (at.Component == 0 && !TryFirst(ref part, delimiters, delimiters.Component))
        {
            return false;
        }

        return at.SubComponent > 0 || TryFirst(ref part, delimiters, delimiters.SubComponent);
    }

    /// <summary>Number of parts that separators make; 1 for an empty span.</summary>
    public static int Count(ReadOnlySpan<byte> part, byte separator) => part.Count(separator) + 1;

    private static bool TryFirst(ref ReadOnlySpan<byte> part, in Hl7Delimiters delimiters, byte separator)
    {
        var end = part.IndexOf(separator);
        if (end < 0)
        {
            return true;
        }

        if (part[end..].IndexOfAnyExcept(delimiters.Component, delimiters.SubComponent) >= 0)
        {
            return false;
        }

        part = part[..end];
        return true;
    }

    private static bool Narrow(ref ReadOnlySpan<byte> part, ref int offset, byte separator, int number)
    {
        var start = Separators.Part(part, separator, number - 1, out var length);
        if (start < 0)
        {
            return false;
        }

        part = part.Slice(start, length);
        offset += start;
        return true;
    }
}
