using System.Globalization;
using System.Text.RegularExpressions;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>
/// Numbers <c>2600000NN</c> of the samples become those of this run and copy, and their days of 2026 move with the day it is:
/// so that a second day on the same journal is no copy of the first, and no invoice is too old.
/// </summary>
internal sealed partial class InvoiceStamp(DateTimeOffset now)
{
    /// <summary>The day on which the samples were made.</summary>
    private static readonly DateOnly s_made = new(2026, 11, 20);

    private readonly int _days = DateOnly.FromDateTime(now.UtcDateTime).DayNumber - s_made.DayNumber;
    private readonly string _run = (now.ToUnixTimeSeconds() % 100_000).ToString("00000", CultureInfo.InvariantCulture);

    public string Stamp(string sample, int copy)
    {
        var numbered = Numbers().Replace(sample, string.Create(CultureInfo.InvariantCulture, $"{_run}{copy:00}"));
        return CompactDays().Replace(Days().Replace(numbered, day => Moved(day.Value, "yyyy-MM-dd")), day => Moved(day.Value, "yyyyMMdd"));
    }

    private string Moved(string day, string format) =>
        DateOnly.ParseExact(day, format, CultureInfo.InvariantCulture).AddDays(_days).ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex("\\b2600000(?=[0-9]{2})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("2026-[01][0-9]-[0-3][0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Days();

    [GeneratedRegex("(?<=\\|)2026[01][0-9][0-3][0-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CompactDays();
}
