using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>A number with a unit: UCUM (<c>'mg'</c>, <c>'1'</c> for none) or a calendar duration (<c>year</c>, in the singular).</summary>
internal readonly record struct Quantity(decimal Number, string Unit, bool Calendar)
{
    public Value ToValue() => Value.OfQuantity(ToString());

    public override string ToString() => Calendar
        ? string.Create(CultureInfo.InvariantCulture, $"{Number} {Unit}{(Number == 1 ? "" : "s")}")
        : string.Create(CultureInfo.InvariantCulture, $"{Number} '{Unit}'");

    /// <summary>Reads <c>10 'mg'</c>, <c>4 days</c> or a bare number.</summary>
    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        var trimmed = text.AsSpan().Trim();
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] == '.' || (end == 0 && trimmed[end] is '+' or '-')))
        {
            end++;
        }

        if (!decimal.TryParse(trimmed[..end], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || trimmed[end - 1] == '.')
        {
            return false;
        }

        var unit = trimmed[end..].TrimStart();
        if (unit.IsEmpty)
        {
            quantity = new Quantity(number, "1", false);
            return true;
        }

        if (unit.Length > 2 && unit[0] == '\'' && unit[^1] == '\'')
        {
            quantity = new Quantity(number, unit[1..^1].ToString(), false);
            return true;
        }

        if (CalendarUnits.Singular(unit.ToString()) is { } word && unit.Length < trimmed[end..].Length)
        {
            quantity = new Quantity(number, word, true);
            return true;
        }

        return false;
    }

    /// <summary>The quantity of a value: a quantity itself, or a number of unit <c>'1'</c>.</summary>
    public static bool TryGet(Value value, out Quantity quantity)
    {
        if (value.Kind == ValueKind.Quantity)
        {
            return TryParse(value.Text, out quantity);
        }

        if (Numbers.TryGet(value, out var number))
        {
            quantity = new Quantity(number, "1", false);
            return true;
        }

        quantity = default;
        return false;
    }

    /// <summary>Brings two quantities to one unit. False when their units cannot be compared.</summary>
    /// <param name="strict">True for equality: a calendar year or month is then not comparable with its UCUM unit of fixed length.</param>
    public static bool TryAlign(Quantity left, Quantity right, bool strict, out decimal first, out decimal second)
    {
        first = left.Number;
        second = right.Number;
        if (left.Calendar == right.Calendar && left.Unit == right.Unit)
        {
            return true;
        }

        if (strict && left.Calendar != right.Calendar && (left.IsVariable || right.IsVariable))
        {
            return false;
        }

        return Ucum.TryParse(left.UcumCode, out var one) && Ucum.TryParse(right.UcumCode, out var other) && one.Comparable(other)
            && Numbers.TryMultiply(left.Number, one.Factor, out first) && Numbers.TryMultiply(right.Number, other.Factor, out second);
    }

    private string UcumCode => Calendar ? CalendarUnits.ToUcum(Unit) : Unit;

    private bool IsVariable => Calendar && Unit is "year" or "month";
}
