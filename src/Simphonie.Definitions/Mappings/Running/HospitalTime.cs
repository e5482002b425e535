using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>The clock that French messages are written by: Europe/Paris, with its offset.</summary>
internal static class HospitalTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>To the second, as FHIR writes an instant.</summary>
    public static Value ValueOf(DateTimeOffset time) =>
        Value.OfDateTime(time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}
