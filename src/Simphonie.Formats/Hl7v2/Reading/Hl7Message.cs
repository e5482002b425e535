using System.Runtime.CompilerServices;
using System.Text;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// The fastest way to take a few fields of a message: no allocation, no copy, segments are found as far as they are asked for.
/// Segments may end in CR, LF or CRLF; empty ones do not count. For trees, schemas and findings read an <see cref="Hl7Document"/>.
/// </summary>
public ref struct Hl7Message
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Hl7Delimiters _delimiters;
    private Remembered _segments;
    private int _known;
    private int _next;

    private Hl7Message(ReadOnlySpan<byte> bytes, Hl7Delimiters delimiters)
    {
        _bytes = bytes;
        _delimiters = delimiters;
    }

    public readonly Hl7Delimiters Delimiters => _delimiters;

    /// <summary>False when the bytes do not begin with an MSH that declares usable delimiters. White space before it is passed over.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> bytes, out Hl7Message message)
    {
        var start = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)' ');
        var head = start > 0 ? bytes[start..] : bytes;
        if (start < 0 || SegmentName.Key(head) != SegmentName.Msh || !Hl7Delimiters.TryRead(head, out var delimiters))
        {
            message = default;
            return false;
        }

        message = new Hl7Message(head, delimiters);
        return true;
    }

    /// <summary>The bytes of a value, still escaped and in the message's own charset. False when it is absent or cleared.</summary>
    public bool TryGet(Hl7Path path, out ReadOnlySpan<byte> value) => Get(path, out value) == NodeState.Valued;

    /// <summary>The state of a place and its bytes: empty when absent, two quotation marks when cleared.</summary>
    public NodeState Get(Hl7Path path, out ReadOnlySpan<byte> value)
    {
        if (!TryFindSegment(path.SegmentKey, path.Occurrence, out var segment))
        {
            value = default;
            return NodeState.Absent;
        }

        value = FieldReader.Find(segment, _delimiters, path.Field, path.Repetition, path.Component, path.SubComponent, out _);
        return value.IsEmpty ? NodeState.Absent
            : FieldReader.IsOpaque(path.SegmentKey, path.Field) ? NodeState.Valued
            : FieldReader.StateOf(value, _delimiters);
    }

    /// <summary>The unescaped text of a value, null when it is absent or cleared.</summary>
    public string? Text(Hl7Path path, Encoding encoding) => TryGet(path, out var value) ? Hl7Escapes.Decode(value, _delimiters, encoding) : null;

    internal bool TryFindSegment(int key, int occurrence, out ReadOnlySpan<byte> segment)
    {
        for (var i = 0; i < _known; i++)
        {
            var start = _segments[2 * i];
            segment = _bytes[start.._segments[(2 * i) + 1]];
            if (SegmentName.Key(segment) == key && --occurrence == 0)
            {
                return true;
            }
        }

        return TryFindFurther(key, occurrence, out segment);
    }

    private bool TryFindFurther(int key, int occurrence, out ReadOnlySpan<byte> segment)
    {
        var at = _next;
        while (TryNextSegment(_bytes, at, out var start, out var end))
        {
            at = end;
            if (_known < Remembered.Segments)
            {
                _segments[2 * _known] = start;
                _segments[(2 * _known) + 1] = end;
                _known++;
                _next = end;
            }

            segment = _bytes[start..end];
            if (SegmentName.Key(segment) == key && --occurrence == 0)
            {
                return true;
            }
        }

        segment = default;
        return false;
    }

    /// <summary>The next segment that is not empty, from an offset on.</summary>
    internal static bool TryNextSegment(ReadOnlySpan<byte> bytes, int from, out int start, out int end)
    {
        start = from;
        while (start < bytes.Length && bytes[start] is (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        if (start >= bytes.Length)
        {
            end = start;
            return false;
        }

        var length = bytes[start..].IndexOfAny((byte)'\r', (byte)'\n');
        end = length < 0 ? bytes.Length : start + length;
        return true;
    }

    /// <summary>Start and end of the first segments; later ones are searched again, which only very long messages pay for.</summary>
    [InlineArray(2 * Segments)]
    private struct Remembered
    {
        public const int Segments = 32;

        private int _first;
    }
}
