using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// A place in any message, compiled once: <c>PID-3</c>, <c>PID[1]-3[2].4.1</c>, <c>OBX[12]-5</c>. All numbers are 1-based;
/// occurrence and repetition are 1 when not written; a component or sub-component of 0 stands for the whole.
/// </summary>
public sealed class Hl7Path
{
    private Hl7Path(string segment, int occurrence, int field, int repetition, int component, int subComponent)
    {
        Segment = segment;
        SegmentKey = SegmentName.Key(segment);
        Occurrence = occurrence;
        Field = field;
        Repetition = repetition;
        Component = component;
        SubComponent = subComponent;
    }

    public string Segment { get; }

    public int Occurrence { get; }

    public int Field { get; }

    public int Repetition { get; }

    public int Component { get; }

    public int SubComponent { get; }

    internal int SegmentKey { get; }

    /// <summary>Compiles a path; throws <see cref="FormatException"/> when it is not one, for paths that are part of a program.</summary>
    public static Hl7Path Parse(string text) => TryParse(text, out var path) ? path : throw new FormatException("Not a place of an HL7 v2 message; write one such as PID-3 or PID[1]-3[2].4.1.");

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Hl7Path? path)
    {
        path = null;
        if (text.Length < 5 || !char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterOrDigit(text[1]) || !char.IsAsciiLetterOrDigit(text[2]))
        {
            return false;
        }

        var rest = text[3..];
        if (!TryIndex(ref rest, out var occurrence) || rest.IsEmpty || rest[0] != '-')
        {
            return false;
        }

        rest = rest[1..];
        if (!TryNumber(ref rest, out var field) || !TryIndex(ref rest, out var repetition) ||
            !TryPart(ref rest, out var component) || !TryPart(ref rest, out var subComponent) || !rest.IsEmpty)
        {
            return false;
        }

        path = new Hl7Path(text[..3].ToString(), occurrence, field, repetition, component, subComponent);
        return true;
    }

    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Segment}{(Occurrence > 1 ? $"[{Occurrence}]" : "")}-{Field}{(Repetition > 1 ? $"[{Repetition}]" : "")}");
        return (Component, SubComponent) switch
        {
            (0, _) => text,
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{text}.{Component}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{text}.{Component}.{SubComponent}"),
        };
    }

    private static bool TryIndex(ref ReadOnlySpan<char> rest, out int index)
    {
        index = 1;
        if (rest.IsEmpty || rest[0] != '[')
        {
            return true;
        }

        rest = rest[1..];
        if (!TryNumber(ref rest, out index) || rest.IsEmpty || rest[0] != ']')
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    private static bool TryPart(ref ReadOnlySpan<char> rest, out int part)
    {
        part = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        rest = rest[1..];
        return TryNumber(ref rest, out part);
    }

    private static bool TryNumber(ref ReadOnlySpan<char> rest, out int number)
    {
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? rest.Length : digits;
        number = 0;
        if (digits is 0 or > 6 || !int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number == 0)
        {
            return false;
        }

        rest = rest[digits..];
        return true;
    }
}
