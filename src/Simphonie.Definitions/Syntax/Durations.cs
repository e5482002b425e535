using System.Globalization;

namespace Simphonie.Definitions.Syntax;

/// <summary>Durations as definitions write them: a whole number, a space if one likes, and a unit: <c>250 ms</c>, <c>10 s</c>, <c>48 hours</c>, <c>7 days</c>.</summary>
public static class Durations
{
    public const string Form = "a number and ms, s, minutes, hours, days or weeks, such as '48 hours'";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var span = text.AsSpan().Trim();
        var digits = 0;
        while (digits < span.Length && char.IsAsciiDigit(span[digits]))
        {
            digits++;
        }

        if (digits == 0 || !int.TryParse(span[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        if (UnitOf(span[digits..].Trim()) is not { } unit)
        {
            return false;
        }

        duration = unit * number;
        return true;
    }

    private static TimeSpan? UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" or "second" or "seconds" => TimeSpan.FromSeconds(1),
        "min" or "minute" or "minutes" => TimeSpan.FromMinutes(1),
        "h" or "hour" or "hours" => TimeSpan.FromHours(1),
        "d" or "day" or "days" => TimeSpan.FromDays(1),
        "week" or "weeks" => TimeSpan.FromDays(7),
        _ => null,
    };
}
