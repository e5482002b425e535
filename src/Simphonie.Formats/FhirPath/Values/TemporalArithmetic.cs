using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Adds durations to dates and times (FHIRPath 6.6.7): months end at the last day of the month, partial dates count in their own precision.</summary>
internal static class TemporalArithmetic
{
    /// <summary>Null when the unit cannot be added to it, or the result lies outside of the calendar.</summary>
    public static Temporal? Add(Temporal start, Quantity duration, int sign)
    {
        var unit = duration.Calendar ? duration.Unit : CalendarUnits.FromUcum(duration.Unit);
        if (unit is null)
        {
            return null;
        }

        var whole = decimal.Truncate(duration.Number) * sign;
        var exact = duration.Number * sign;
        try
        {
            return start.Kind == ValueKind.Time ? AddToTime(start, unit, exact) : AddToDate(start, unit, whole, exact);
        }
        catch (Exception outside) when (outside is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static Temporal? AddToTime(Temporal start, string unit, decimal number)
    {
        if (unit is not ("hour" or "minute" or "second" or "millisecond"))
        {
            return null;
        }

        var day = TimeSpan.TicksPerDay;
        var ticks = (start.Local.Ticks + (TicksOf(unit, unit is "second" ? number : decimal.Truncate(number)) % day) + day) % day;
        return start with { Local = new DateTime(ticks) };
    }

    private static Temporal? AddToDate(Temporal start, string unit, decimal whole, decimal exact)
    {
        switch (unit)
        {
            case "year":
                return start with { Local = start.Local.AddYears((int)whole) };
            case "month" when start.Precision == Precision.Year:
                return start with { Local = start.Local.AddYears((int)decimal.Truncate(whole / 12)) };
            case "month":
                return start with { Local = start.Local.AddMonths((int)whole) };
        }

        var ticks = TicksOf(unit, unit is "second" ? exact : whole);
        var days = ticks / TimeSpan.TicksPerDay;
        return start.Precision switch
        {
            Precision.Year => start with { Local = start.Local.AddYears((int)(days / 365)) },
            Precision.Month => start with { Local = start.Local.AddMonths((int)(days / 30)) },
            Precision.Day => start with { Local = start.Local.AddDays(days) },
            Precision.Hour => start with { Local = start.Local.AddHours(ticks / TimeSpan.TicksPerHour) },
            Precision.Minute => start with { Local = start.Local.AddMinutes(ticks / TimeSpan.TicksPerMinute) },
            _ => start with { Local = start.Local.AddTicks(ticks), Precision = ticks % TimeSpan.TicksPerSecond == 0 ? start.Precision : Precision.Millisecond },
        };
    }

    private static long TicksOf(string unit, decimal number) => (long)(number * unit switch
    {
        "week" => TimeSpan.TicksPerDay * 7,
        "day" => TimeSpan.TicksPerDay,
        "hour" => TimeSpan.TicksPerHour,
        "minute" => TimeSpan.TicksPerMinute,
        "second" => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    });
}
