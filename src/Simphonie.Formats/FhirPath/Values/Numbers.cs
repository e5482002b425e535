using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Integers, longs and decimals as one number of 28 digits.</summary>
internal static class Numbers
{
    public static bool IsNumber(Value value) => value.Kind is ValueKind.Integer or ValueKind.Long or ValueKind.Decimal;

    public static bool TryGet(Value value, out decimal number)
    {
        switch (value.Kind)
        {
            case ValueKind.Integer or ValueKind.Long:
                number = value.Integer;
                return true;
            case ValueKind.Decimal:
                return decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
            default:
                number = 0;
                return false;
        }
    }

    public static bool TryMultiply(decimal left, decimal right, out decimal product)
    {
        try
        {
            product = left * right;
            return true;
        }
        catch (OverflowException)
        {
            product = 0;
            return false;
        }
    }

    /// <summary>Digits after the point as written; trailing zeros do not count for equivalence.</summary>
    public static int Precision(decimal number)
    {
        var scale = number.Scale;
        while (scale > 0 && decimal.Round(number, scale - 1) == number)
        {
            scale--;
        }

        return scale;
    }

    /// <summary>A whole number as Integer when it fits, else as Long.</summary>
    public static Value OfWhole(long number) => number is >= int.MinValue and <= int.MaxValue ? Value.Of((int)number) : Value.OfLong(number);
}
