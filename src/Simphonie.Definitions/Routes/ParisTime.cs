namespace Simphonie.Definitions.Routes;

/// <summary>Business dates are days in Europe/Paris.</summary>
public static class ParisTime
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, s_zone).DateTime);
}
