using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Reading;

/// <summary>
/// The lexical rules of the primitive types (http://hl7.org/fhir/R4/datatypes.html#primitive), by hand instead of by the definitions' regular
/// expressions. Beyond those: a date must exist in the calendar and an integer must fit its 32 bits.
/// </summary>
internal static class FhirLexical
{
    /// <summary>True when the text is a value of that type, which JSON writes as a string.</summary>
    public static bool IsText(string text, FhirPrimitive primitive) => primitive switch
    {
        FhirPrimitive.Date => IsDate(text),
        FhirPrimitive.DateTime => IsDateTime(text),
        FhirPrimitive.Instant => IsInstant(text),
        FhirPrimitive.Time => IsTime(text),
        FhirPrimitive.Code => IsCode(text),
        FhirPrimitive.Id => text.Length is >= 1 and <= 64 && !text.AsSpan().ContainsAnyExcept(IdCharacters),
        FhirPrimitive.Uri or FhirPrimitive.Url or FhirPrimitive.Canonical => text.Length > 0 && !HasSpace(text),
        FhirPrimitive.Oid => IsOid(text),
        FhirPrimitive.Uuid => IsUuid(text),
        FhirPrimitive.Base64Binary => IsBase64(text),
        FhirPrimitive.Xhtml => text.Length > 0,
        _ => text.Length <= MaxStringLength && text.AsSpan().ContainsAnyExcept(Blanks),
    };

    /// <summary>True when a JSON number is a value of that type.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text, FhirPrimitive primitive)
    {
        if (primitive == FhirPrimitive.Decimal)
        {
            return true;
        }

        return System.Buffers.Text.Utf8Parser.TryParse(text, out int number, out var used)
            && used == text.Length
            && !text.SequenceEqual("-0"u8)
            && number >= (primitive switch { FhirPrimitive.PositiveInt => 1, FhirPrimitive.UnsignedInt => 0, _ => int.MinValue });
    }

    public static bool IsDate(ReadOnlySpan<char> text) => text.Length switch
    {
        4 => IsYear(text),
        7 => IsYear(text) && text[4] == '-' && Number(text[5..]) is >= 1 and <= 12,
        10 => IsDate(text[..7]) && text[7] == '-' && Number(text[8..]) is >= 1 and var day && day <= DateTime.DaysInMonth(Number(text[..4]), Number(text[5..7])),
        _ => false,
    };

    public static bool IsDateTime(ReadOnlySpan<char> text) => text.Length <= 10 ? IsDate(text) : IsInstant(text);

    public static bool IsInstant(ReadOnlySpan<char> text)
    {
        if (text.Length < 20 || text[10] != 'T' || !IsDate(text[..10]))
        {
            return false;
        }

        var time = text[11..];
        if (time[^1] == 'Z')
        {
            return IsTime(time[..^1]);
        }

        if (time.Length < 14)
        {
            return false;
        }

        var zone = time[^6..];
        return zone[0] is '+' or '-' && zone[3] == ':' && Number(zone.Slice(1, 2)) is >= 0 and <= 14 and var hours && Number(zone[4..]) is >= 0 and <= 59 and var minutes
            && (hours < 14 || minutes == 0) && IsTime(time[..^6]);
    }

    public static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length >= 8 && text[2] == ':' && text[5] == ':'
        && Number(text[..2]) is >= 0 and <= 23 && Number(text.Slice(3, 2)) is >= 0 and <= 59 && Number(text.Slice(6, 2)) is >= 0 and <= 60
        && (text.Length == 8 || (text[8] == '.' && text.Length > 9 && Number(text[9..]) != -1));

    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.";

    /// <summary>"Strings SHALL NOT exceed 1MB in size" (datatypes, string).</summary>
    private const int MaxStringLength = 1024 * 1024;

    private const string Blanks = " \t\r\n";

    private static bool IsYear(ReadOnlySpan<char> text) => Number(text[..4]) >= 1;

    /// <summary>The number of an all-digit text (the last digits of a long one), -1 for any other.</summary>
    private static int Number(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return -1;
            }

            number = ((number * 10) + (character - '0')) % 1_000_000;
        }

        return number;
    }

    /// <summary>Single spaces inside only.</summary>
    private static bool IsCode(string text)
    {
        var previous = ' ';
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) && char.IsWhiteSpace(previous))
            {
                return false;
            }

            previous = character;
        }

        return !char.IsWhiteSpace(previous);
    }

    private static bool HasSpace(string text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOid(string text)
    {
        if (!text.StartsWith("urn:oid:", StringComparison.Ordinal))
        {
            return false;
        }

        var arcs = 0;
        foreach (var range in text.AsSpan(8).Split('.'))
        {
            var arc = text.AsSpan(8)[range];
            if (arc.Length == 0 || arc.ContainsAnyExceptInRange('0', '9') || (arc.Length > 1 && arc[0] == '0') || (arcs == 0 && arc is not ("0" or "1" or "2")))
            {
                return false;
            }

            arcs++;
        }

        return arcs > 1;
    }

    private static bool IsUuid(string text) =>
        text.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(9), "D", out _) && !text.AsSpan(9).ContainsAnyInRange('A', 'F');

    private static bool IsBase64(string text)
    {
        var characters = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '=')
            {
                characters++;
            }
            else if (!char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        return characters > 0 && characters % 4 == 0;
    }
}
