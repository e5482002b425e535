using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Processes.Evaluation;

/// <summary>Moments as values of FHIRPath, and back.</summary>
public static class InstantValue
{
    public static Value Of(DateTimeOffset instant) => Value.OfDateTime(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>The moment of a DateTime or Date; without an offset that of Europe/Paris, without a time midnight. False when it is neither, or less than a day is known.</summary>
    public static bool TryRead(Value value, out DateTimeOffset instant)
    {
        instant = default;
        if (value.Kind is not (ValueKind.DateTime or ValueKind.Date) || value.Text.Length < 10)
        {
            return false;
        }

        var text = value.Text;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
        {
            return false;
        }

        instant = moment.Kind switch
        {
            DateTimeKind.Utc => new DateTimeOffset(moment),
            DateTimeKind.Local => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime(),
            _ => ParisTime.InstantOf(moment),
        };
        return true;
    }
}
