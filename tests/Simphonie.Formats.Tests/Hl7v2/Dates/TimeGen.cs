using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Simphonie.Formats.Tests.Hl7v2.Dates;

/// <summary>Times as HL7 v2 writes them (v2.5, 2.A.22), to any precision.</summary>
internal static class TimeGen
{
    private static readonly DateTime s_first = new(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Lengths of the digits: year, month, day, hour, minute, second.</summary>
    public static Gen<int> Digits { get; } = Gen.Elements(4, 6, 8, 10, 12, 14);

    /// <summary>Days of the whole calendar, leap days as often as all others together.</summary>
    public static Gen<DateTime> Days { get; } = Gen.OneOf(
        Gen.Choose(0, 3_652_058).Select(days => s_first.AddDays(days)),
        Gen.Choose(1, 2499).Select(four => four * 4).Where(DateTime.IsLeapYear).Select(year => new DateTime(year, 2, 29, 0, 0, 0, DateTimeKind.Unspecified)));

    public static Gen<DateTime> Moments { get; } =
        from day in Days
        from second in Gen.Choose(0, 86_399)
        select day.AddSeconds(second);

    /// <summary>A moment of the calendar in its written form, with as many digits as drawn.</summary>
    public static Gen<(DateTime Moment, string Text)> Written { get; } =
        from moment in Moments
        from digits in Digits
        select (moment, moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)[..digits]);

    /// <summary>A month, day, hour, minute or second that no calendar and no clock has, in a text of that precision at least.</summary>
    public static Gen<string> Impossible { get; } =
        from moment in Moments
        from wrong in Gen.Elements((4, "00"), (4, "13"), (4, "99"), (6, "00"), (6, "32"), (6, "99"), (8, "24"), (8, "99"), (10, "60"), (12, "60"), (12, "99"))
        from digits in Digits.Where(digits => digits > wrong.Item1)
        let text = moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)
        select (text[..wrong.Item1] + wrong.Item2 + text[(wrong.Item1 + 2)..])[..digits];

    /// <summary>The 29th of February of years that have none, 1900 and its like among them, and the 31st of short months.</summary>
    public static Gen<string> DayTooMany { get; } = Gen.OneOf(
        Gen.Choose(1, 9999).Where(year => !DateTime.IsLeapYear(year)).Select(year => string.Create(CultureInfo.InvariantCulture, $"{year:0000}0229")),
        Gen.Elements(1700, 1800, 1900, 2100, 2200, 2300).Select(year => string.Create(CultureInfo.InvariantCulture, $"{year:0000}0229")),
        from year in Gen.Choose(1, 9999)
        from month in Gen.Elements(2, 4, 6, 9, 11)
        select string.Create(CultureInfo.InvariantCulture, $"{year:0000}{month:00}31"));
}
