using System.Globalization;

namespace Simphonie.Engine.Policies;

/// <summary>Reads the date that a route takes as its business date, in the forms of FHIR and HL7 v2; with a time zone it is the date in France.</summary>
public static class BusinessDates
{
    /// <summary>Null for a text that is no possible date to the day.</summary>
    public static DateOnly? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > 10 && text[10] == 'T' && HasZone(text.AsSpan(11)) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant))
        {
            return ParisDate.Of(instant);
        }

        if (text.Length >= 10 && text[4] == '-')
        {
            return DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;
        }

        return text.Length >= 8 && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", out var hl7) ? hl7 : null;
    }

    private static bool HasZone(ReadOnlySpan<char> time) => time.EndsWith("Z", StringComparison.Ordinal) || time.IndexOfAny('+', '-') >= 0;
}
