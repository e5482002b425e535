namespace Simphonie.Definitions.Lots;

/// <summary>When an open lot is full of time.</summary>
/// <param name="Within">How long it may take invoices; null: as long as it likes.</param>
/// <param name="At">Times of the day in France at which open lots close.</param>
public sealed record LotTimes(TimeSpan? Within, IReadOnlyList<TimeOnly> At)
{
    private static readonly TimeZoneInfo s_paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>When a lot that is opened at an instant closes; null when only its size or a command closes it.</summary>
    public DateTimeOffset? ClosesAt(DateTimeOffset opened)
    {
        var closes = opened + Within;
        foreach (var time in At)
        {
            var next = Next(time, opened);
            closes = closes is null || next < closes ? next : closes;
        }

        return closes;
    }

    private static DateTimeOffset Next(TimeOnly time, DateTimeOffset after)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, s_paris).DateTime);
        while (true)
        {
            var local = day.ToDateTime(time);

            // In the hour that is left out in spring, the time after it.
            local = s_paris.IsInvalidTime(local) ? local.AddHours(1) : local;
            var instant = new DateTimeOffset(local, s_paris.GetUtcOffset(local));
            if (instant > after)
            {
                return instant.ToUniversalTime();
            }

            day = day.AddDays(1);
        }
    }
}
