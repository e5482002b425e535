namespace Simphonie.Definitions.Routes;

/// <summary>Business dates are days in Europe/Paris.</summary>
public static class ParisTime
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, s_zone).DateTime);

    /// <summary>The moment that clocks in Paris show so; the first of the two where the hour comes twice.</summary>
    public static DateTimeOffset InstantOf(DateTime local)
    {
        var moment = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(moment, s_zone.IsAmbiguousTime(moment) ? s_zone.GetAmbiguousTimeOffsets(moment).Max() : s_zone.GetUtcOffset(moment)).ToUniversalTime();
    }
}
