using System.Globalization;

namespace Simphonie.Formats.Hl7v2.Acknowledgements;

/// <summary>A place such as <c>PID[1]-3[2].4.1</c> as the components of ERR-2 (ERL): segment, occurrence, field, repetition, component, sub-component.</summary>
internal readonly record struct ErrorLocation(string Segment, int Occurrence, int Field, int Repetition, int Component, int SubComponent)
{
    /// <summary>False for a path that is no place of HL7 v2.</summary>
    public static bool TryParse(string? path, out ErrorLocation location)
    {
        location = default;
        if (path is null || path.Length < 3)
        {
            return false;
        }

        var rest = path.AsSpan(3);
        var occurrence = Bracket(ref rest);
        if (!Number(ref rest, '-', out var field) || path.AsSpan(0, 3).ContainsAnyExceptInRange('0', 'Z'))
        {
            location = new(path[..3], Math.Max(occurrence, 1), 0, 0, 0, 0);
            return rest.IsEmpty;
        }

        var repetition = Bracket(ref rest);
        Number(ref rest, '.', out var component);
        Number(ref rest, '.', out var sub);
        location = new(path[..3], Math.Max(occurrence, 1), field, Math.Max(repetition, 1), component, sub);
        return rest.IsEmpty;
    }

    private static int Bracket(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(']');
        if (rest.IsEmpty || rest[0] != '[' || end < 0 || !int.TryParse(rest[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return 0;
        }

        rest = rest[(end + 1)..];
        return number;
    }

    private static bool Number(ref ReadOnlySpan<char> rest, char mark, out int number)
    {
        number = 0;
        if (rest.IsEmpty || rest[0] != mark)
        {
            return false;
        }

        var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest[1..] : rest[1..(end + 1)];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        rest = rest[(1 + digits.Length)..];
        return true;
    }
}
