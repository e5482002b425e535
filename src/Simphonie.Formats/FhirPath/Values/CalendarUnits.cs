namespace Simphonie.Formats.FhirPath.Values;

/// <summary>The calendar durations of FHIRPath (<c>4 days</c>) and the UCUM units that mean the same or nearly the same.</summary>
internal static class CalendarUnits
{
    /// <summary>True for a word such as <c>day</c> or <c>days</c>.</summary>
    public static bool IsUnit(string word) => Singular(word) is not null;

    /// <summary>The singular of a calendar word; null for any other text.</summary>
    public static string? Singular(string word) => word switch
    {
        "year" or "years" => "year",
        "month" or "months" => "month",
        "week" or "weeks" => "week",
        "day" or "days" => "day",
        "hour" or "hours" => "hour",
        "minute" or "minutes" => "minute",
        "second" or "seconds" => "second",
        "millisecond" or "milliseconds" => "millisecond",
        _ => null,
    };

    /// <summary>The UCUM unit of a calendar word. Equal for a week and below; for years and months only equivalent, since their length varies.</summary>
    public static string ToUcum(string singular) => singular switch
    {
        "year" => "a",
        "month" => "mo",
        "week" => "wk",
        "day" => "d",
        "hour" => "h",
        "minute" => "min",
        "second" => "s",
        _ => "ms",
    };

    /// <summary>The calendar word for a UCUM unit of time that may be added to a date; null when there is none.</summary>
    public static string? FromUcum(string unit) => unit switch
    {
        "wk" => "week",
        "d" => "day",
        "h" => "hour",
        "min" => "minute",
        "s" => "second",
        "ms" => "millisecond",
        _ => null,
    };
}
