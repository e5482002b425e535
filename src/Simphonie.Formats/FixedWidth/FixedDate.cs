namespace Simphonie.Formats.FixedWidth;

/// <summary>
/// Days of two-digit years, <c>AAMMJJ</c>. A year below <see cref="Pivot"/> is of this century, unless the field is a birth: that lies on or before the day it is read against.
/// </summary>
internal static class FixedDate
{
    public const int Length = 6;

    /// <summary>First two-digit year of the last century.</summary>
    public const int Pivot = 70;

    private const int Century = 2000;

    private static ReadOnlySpan<byte> Days => [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>True when six bytes are a day of some calendar year.</summary>
    public static bool IsDay(ReadOnlySpan<byte> text) =>
        TryParts(text, out var year, out var month, out var day) && month is > 0 and <= 12 && day > 0 && day <= Days[month] && (month != 2 || day != 29 || year % 4 == 0);

    /// <summary>True when six digits can be a day of birth: of the calendar, or lunar (months 20 to 42 and 50 to 99, or a month or day of zero).</summary>
    public static bool IsBirth(ReadOnlySpan<byte> text) =>
        IsDay(text) || (TryParts(text, out _, out var month, out var day) && day <= 31 && (month is 0 or (>= 20 and <= 42) or >= 50 || (month <= 12 && day == 0)));

    /// <summary>The day, null when no calendar has it. A birth is put on or before <paramref name="notAfter"/>.</summary>
    public static DateOnly? Read(ReadOnlySpan<byte> text, bool birth, DateOnly? notAfter)
    {
        if (!IsDay(text) || !TryParts(text, out var year, out var month, out var day))
        {
            return null;
        }

        var full = Century + year;
        if (birth && notAfter is { } limit ? (full, month, day).CompareTo((limit.Year, limit.Month, limit.Day)) > 0 : year >= Pivot)
        {
            full -= 100;
        }

        // 29 February 1900 was none.
        return day <= DateTime.DaysInMonth(full, month) ? new DateOnly(full, month, day) : null;
    }

    private static bool TryParts(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        return text.Length >= Length && Two(text, 0, out year) && Two(text, 2, out month) && Two(text, 4, out day);
    }

    private static bool Two(ReadOnlySpan<byte> text, int at, out int value)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        value = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }
}
