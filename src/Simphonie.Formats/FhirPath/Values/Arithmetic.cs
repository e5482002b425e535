using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>How an operation of arithmetic ended.</summary>
internal enum ArithmeticOutcome
{
    Done,

    /// <summary>Empty by the specification: a division by zero.</summary>
    Empty,
    WrongTypes,
    OutOfRange,
}

/// <summary>The operators of FHIRPath 6.6 on two values.</summary>
internal static class Arithmetic
{
    public static ArithmeticOutcome Compute(string symbol, Value left, Value right, out Value result)
    {
        result = Value.None;
        try
        {
            return Numbers.IsNumber(left) && Numbers.IsNumber(right) ? OnNumbers(symbol, left, right, out result)
                : left.Kind == ValueKind.String && right.Kind == ValueKind.String && symbol == "+" ? Text(left.Text + right.Text, out result)
                : Temporal.IsTemporal(left) && right.Kind == ValueKind.Quantity && symbol is "+" or "-" ? OnDates(symbol, left, right, out result)
                : left.Kind == ValueKind.Quantity || right.Kind == ValueKind.Quantity ? OnQuantities(symbol, left, right, out result)
                : ArithmeticOutcome.WrongTypes;
        }
        catch (OverflowException)
        {
            return ArithmeticOutcome.OutOfRange;
        }
    }

    private static ArithmeticOutcome Text(string text, out Value result)
    {
        result = Value.Of(text);
        return ArithmeticOutcome.Done;
    }

    private static ArithmeticOutcome OnNumbers(string symbol, Value left, Value right, out Value result)
    {
        result = Value.None;
        if (!Numbers.TryGet(left, out var a) || !Numbers.TryGet(right, out var b))
        {
            return ArithmeticOutcome.OutOfRange;
        }

        if (symbol is "/" or "div" or "mod" && b == 0)
        {
            return ArithmeticOutcome.Empty;
        }

        var number = symbol switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => Shorten(a / b),
            "div" => decimal.Truncate(a / b),
            _ => a % b,
        };
        var whole = left.Kind != ValueKind.Decimal && right.Kind != ValueKind.Decimal && symbol != "/";
        return symbol == "div" || whole ? Whole(number, left, right, out result) : Done(Value.Of(number), out result);
    }

    private static ArithmeticOutcome Whole(decimal number, Value left, Value right, out Value result)
    {
        result = Value.None;
        var isLong = left.Kind == ValueKind.Long || right.Kind == ValueKind.Long;
        var lowest = isLong ? long.MinValue : int.MinValue;
        var highest = isLong ? long.MaxValue : int.MaxValue;
        return number < lowest || number > highest ? ArithmeticOutcome.OutOfRange
            : Done(isLong ? Value.OfLong((long)number) : Value.Of((int)number), out result);
    }

    private static ArithmeticOutcome Done(Value value, out Value result)
    {
        result = value;
        return ArithmeticOutcome.Done;
    }

    /// <summary>A quotient without the zeros that division leaves: 6 / 2 is 3, not 3.000.</summary>
    private static decimal Shorten(decimal number) => decimal.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static ArithmeticOutcome OnDates(string symbol, Value left, Value right, out Value result)
    {
        result = Value.None;
        if (!Temporal.TryGet(left, out var start) || !Quantity.TryGet(right, out var duration))
        {
            return ArithmeticOutcome.WrongTypes;
        }

        if (!duration.Calendar && CalendarUnits.FromUcum(duration.Unit) is null)
        {
            return ArithmeticOutcome.WrongTypes;
        }

        return TemporalArithmetic.Add(start, duration, symbol == "-" ? -1 : 1) is { } moved
            ? Done(moved.ToValue(), out result)
            : ArithmeticOutcome.OutOfRange;
    }

    private static ArithmeticOutcome OnQuantities(string symbol, Value left, Value right, out Value result)
    {
        result = Value.None;
        if (!Quantity.TryGet(left, out var a) || !Quantity.TryGet(right, out var b))
        {
            return ArithmeticOutcome.WrongTypes;
        }

        if (symbol is "+" or "-")
        {
            if (!Quantity.TryAlign(a, b, strict: true, out var x, out var y))
            {
                return ArithmeticOutcome.Empty;
            }

            var sum = symbol == "+" ? x + y : x - y;
            var factor = a.Number == 0 ? 1 : x / a.Number;
            return Done((a with { Number = a.Unit == b.Unit ? sum : sum / factor }).ToValue(), out result);
        }

        if (symbol is not ("*" or "/"))
        {
            return ArithmeticOutcome.WrongTypes;
        }

        if (symbol == "/" && b.Number == 0)
        {
            return ArithmeticOutcome.Empty;
        }

        var number = symbol == "*" ? a.Number * b.Number : Shorten(a.Number / b.Number);
        return Done(new Quantity(number, Unit(symbol, a, b), false).ToValue(), out result);
    }

    private static string Unit(string symbol, Quantity left, Quantity right)
    {
        var one = left.Calendar ? CalendarUnits.ToUcum(left.Unit) : left.Unit;
        var other = right.Calendar ? CalendarUnits.ToUcum(right.Unit) : right.Unit;
        return (symbol, one, other) switch
        {
            (_, _, "1") => one,
            ("*", "1", _) => other,
            ("*", _, _) => $"{one}.{other}",
            _ => one == other ? "1" : $"{one}/{other}",
        };
    }
}
