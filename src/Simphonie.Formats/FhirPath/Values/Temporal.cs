using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>A date, date-time or time of some precision. Fields beyond the precision hold their lowest value.</summary>
/// <param name="Kind">Date, DateTime or Time.</param>
/// <param name="Local">The fields; the date of a time is 0001-01-01.</param>
/// <param name="Precision">The last field that was written.</param>
/// <param name="Offset">Offset from UTC, null when not written.</param>
internal readonly record struct Temporal(ValueKind Kind, DateTime Local, Precision Precision, TimeSpan? Offset)
{
    /// <summary>An offset that is not written is that of the country.</summary>
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public bool HasTime => Precision >= Precision.Hour;

    public static bool IsTemporal(Value value) => value.Kind is ValueKind.Date or ValueKind.DateTime or ValueKind.Time;

    public static bool TryGet(Value value, out Temporal temporal) => value.Kind switch
    {
        ValueKind.Date or ValueKind.DateTime or ValueKind.Time => TryParse(value.Text, value.Kind, out temporal),
        _ => None(out temporal),
    };

    public static bool TryParse(ReadOnlySpan<char> text, ValueKind kind, out Temporal temporal) => TemporalReader.TryRead(text, kind, out temporal);

    /// <summary>The instant in UTC; without an offset the country's, at that moment.</summary>
    public DateTime Utc => DateTime.SpecifyKind(Local - (Offset ?? Paris.GetUtcOffset(Local)), DateTimeKind.Utc);

    /// <summary>The same moment as Europe/Paris shows it.</summary>
    public DateTime InParis => Offset is null ? Local : TimeZoneInfo.ConvertTimeFromUtc(Utc, Paris);

    /// <summary>Less than 0, 0 or more as in sorting; null when the precisions do not allow to say.</summary>
    public int? CompareTo(in Temporal other)
    {
        var normalise = HasTime && other.HasTime && (Offset is not null || other.Offset is not null) && Kind != ValueKind.Time;
        var (left, right) = normalise ? (Utc, other.Utc) : (Local, other.Local);
        var shared = Precision < other.Precision ? Precision : other.Precision;
        for (var field = Kind == ValueKind.Time ? Precision.Hour : Precision.Year; field <= shared && field <= Precision.Minute; field++)
        {
            var order = Field(left, field).CompareTo(Field(right, field));
            if (order != 0)
            {
                return order;
            }
        }

        if (shared >= Precision.Second)
        {
            return SecondTicks(left).CompareTo(SecondTicks(right));
        }

        return Precision == other.Precision ? 0 : null;
    }

    /// <summary>Same precision and same value; seconds and milliseconds are one precision.</summary>
    public bool IsEquivalent(in Temporal other)
    {
        var one = Precision > Precision.Second ? Precision.Second : Precision;
        var two = other.Precision > Precision.Second ? Precision.Second : other.Precision;
        return one == two && CompareTo(other) == 0;
    }

    public Value ToValue() => Kind switch
    {
        ValueKind.Date => Value.OfDate(ToString()),
        ValueKind.Time => Value.OfTime(ToString()),
        _ => Value.OfDateTime(ToString()),
    };

    public Temporal Cut(Precision precision) => precision >= Precision ? this : this with { Precision = precision, Offset = precision >= Precision.Hour ? Offset : null };

    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        if (Kind == ValueKind.Time)
        {
            return Local.ToString(Clock(Precision), culture);
        }

        var date = Local.ToString(Precision switch { Precision.Year => "yyyy", Precision.Month => "yyyy-MM", _ => "yyyy-MM-dd" }, culture);
        return HasTime ? $"{date}T{Local.ToString(Clock(Precision), culture)}{OffsetText()}" : date;
    }

    private static string Clock(Precision precision) => precision switch
    {
        Precision.Hour => "HH",
        Precision.Minute => "HH':'mm",
        Precision.Second => "HH':'mm':'ss",
        _ => "HH':'mm':'ss'.'fff",
    };

    private string OffsetText() => Offset switch
    {
        null => "",
        { Ticks: 0 } => "Z",
        { } offset => string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}"),
    };

    private static int Field(DateTime moment, Precision field) => field switch
    {
        Precision.Year => moment.Year,
        Precision.Month => moment.Month,
        Precision.Day => moment.Day,
        Precision.Hour => moment.Hour,
        _ => moment.Minute,
    };

    private static long SecondTicks(DateTime moment) => moment.Ticks % TimeSpan.TicksPerMinute;

    private static bool None(out Temporal temporal)
    {
        temporal = default;
        return false;
    }
}
