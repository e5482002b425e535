using Simphonie.Core.Documents;
using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Definitions.Processes.Evaluation;

/// <summary>Brings a value to the type of a hold, where nothing is lost by it.</summary>
public static class HoldValue
{
    /// <summary>False when the value is not of that type. An empty value is of every type.</summary>
    public static bool TryConvert(Value value, HoldKind kind, out Value converted)
    {
        converted = value;
        switch (kind)
        {
            case HoldKind.Money or HoldKind.Integer:
                converted = value.Kind == ValueKind.Integer ? Value.OfLong(value.Integer) : value;
                return value.Kind is ValueKind.None or ValueKind.Long or ValueKind.Integer;
            case HoldKind.Instant:
                return value.IsNone || (value.Kind == ValueKind.DateTime && InstantValue.TryRead(value, out _));
            case HoldKind.Date:
                return value.IsNone || (value.Kind == ValueKind.Date && InstantValue.TryRead(value, out _));
            default:
                return value.Kind is ValueKind.None or ValueKind.String;
        }
    }

    /// <summary>Reads what a person or a file wrote: a number of cents, a moment, a day, a text. None when it is not of the type.</summary>
    public static Value Parse(string text, HoldKind kind)
    {
        var value = kind switch
        {
            HoldKind.Money or HoldKind.Integer => long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? Value.OfLong(number)
                : Value.None,
            HoldKind.Instant => Value.OfDateTime(text),
            HoldKind.Date => Value.OfDate(text),
            _ => Value.Of(text),
        };
        return TryConvert(value, kind, out var converted) ? converted : Value.None;
    }

    /// <summary>A value of the type, for checking expressions before there is a case.</summary>
    public static Value Sample(HoldKind kind) => kind switch
    {
        HoldKind.Money or HoldKind.Integer => Value.OfLong(100),
        HoldKind.Instant => Value.OfDateTime("2026-01-05T09:00:00.000Z"),
        HoldKind.Date => Value.OfDate("2026-01-05"),
        _ => Value.Of("text"),
    };
}
