using System.Globalization;
using System.Text.RegularExpressions;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>The conversion table of FHIRPath 5.5.</summary>
internal static partial class Conversion
{
    public static bool TryConvert(Value value, ValueKind kind, out Value converted)
    {
        converted = value;
        if (value.Kind == kind && kind != ValueKind.Decimal)
        {
            return true;
        }

        return kind switch
        {
            ValueKind.Boolean => TryBoolean(value, out converted),
            ValueKind.Integer => TryWhole(value, int.MinValue, int.MaxValue, static number => Value.Of((int)number), out converted),
            ValueKind.Long => TryWhole(value, long.MinValue, long.MaxValue, Value.OfLong, out converted),
            ValueKind.Decimal => TryDecimal(value, out converted),
            ValueKind.String => TryText(value, out converted),
            ValueKind.Quantity => TryQuantity(value, out converted),
            _ => TryTemporal(value, kind, out converted),
        };
    }

    private static bool Give(Value value, out Value converted)
    {
        converted = value;
        return !value.IsNone;
    }

    private static bool TryBoolean(Value value, out Value converted)
    {
        bool? truth = value.Kind switch
        {
            ValueKind.String => value.Text.ToLowerInvariant() switch
            {
                "true" or "t" or "yes" or "y" or "1" or "1.0" => true,
                "false" or "f" or "no" or "n" or "0" or "0.0" => false,
                _ => null,
            },
            _ => Numbers.TryGet(value, out var number) ? number switch { 1 => true, 0 => false, _ => null } : null,
        };
        return Give(truth is { } known ? Value.Of(known) : Value.None, out converted);
    }

    private static bool TryWhole(Value value, long lowest, long highest, Func<long, Value> make, out Value converted)
    {
        converted = Value.None;
        var number = value.Kind switch
        {
            ValueKind.Boolean => value.Boolean ? 1L : 0L,
            ValueKind.Integer or ValueKind.Long => value.Integer,
            ValueKind.String when long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) => read,
            _ => (long?)null,
        };
        return number is { } whole && whole >= lowest && whole <= highest && Give(make(whole), out converted);
    }

    private static bool TryDecimal(Value value, out Value converted)
    {
        converted = Value.None;
        return value.Kind switch
        {
            ValueKind.Decimal => Give(value, out converted),
            ValueKind.Boolean => Give(Value.OfDecimalText(value.Boolean ? "1.0" : "0.0"), out converted),
            ValueKind.Integer or ValueKind.Long => Give(Value.OfDecimalText(value.Text), out converted),
            ValueKind.String => DecimalText().IsMatch(value.Text) && Give(Value.OfDecimalText(value.Text.TrimStart('+')), out converted),
            _ => false,
        };
    }

    private static bool TryText(Value value, out Value converted) => Give(value.IsNone ? Value.None : Value.Of(value.Text), out converted);

    private static bool TryQuantity(Value value, out Value converted)
    {
        converted = Value.None;
        return value.Kind switch
        {
            ValueKind.Boolean => Give(new Quantity(value.Boolean ? 1.0m : 0.0m, "1", false).ToValue(), out converted),
            ValueKind.String => Quantity.TryParse(value.Text, out var quantity) && Give(quantity.ToValue(), out converted),
            _ => Quantity.TryGet(value, out var number) && Give(number.ToValue(), out converted),
        };
    }

    private static bool TryTemporal(Value value, ValueKind kind, out Value converted)
    {
        converted = Value.None;
        if (value.Kind == ValueKind.String)
        {
            var text = value.Text;
            if (kind == ValueKind.Date && text.Length > 10)
            {
                return Temporal.TryParse(text, ValueKind.DateTime, out var moment) && Give((moment.Cut(Precision.Day) with { Kind = kind }).ToValue(), out converted);
            }

            return Temporal.TryParse(text.StartsWith('T') ? text.AsSpan(1) : text, kind, out _)
                && Give(kind switch { ValueKind.Date => Value.OfDate(text), ValueKind.Time => Value.OfTime(text.TrimStart('T')), _ => Value.OfDateTime(text) }, out converted);
        }

        if (kind == ValueKind.Time || value.Kind is not (ValueKind.Date or ValueKind.DateTime) || !Temporal.TryGet(value, out var temporal))
        {
            return false;
        }

        return Give((kind == ValueKind.Date ? temporal.Cut(Precision.Day) with { Kind = kind } : temporal with { Kind = kind }).ToValue(), out converted);
    }

    [GeneratedRegex(@"^[+-]?[0-9]+(\.[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 250)]
    private static partial Regex DecimalText();
}
