namespace Simphonie.Engine.Policies;

/// <summary>Dates of business are those of France.</summary>
internal static class ParisDate
{
    private static readonly TimeZoneInfo s_paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, s_paris).DateTime);
}
