using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>FHIRPath 5.7. What has no real result (a root of a negative number) is empty.</summary>
internal static class MathFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("abs", "Without its sign.", "(-5).abs()", Abs) with { Result = Results.One },
        New("ceiling", "The next whole number upwards.", "1.1.ceiling()", static (in call, into) => Whole(call, into, decimal.Ceiling)) with { Result = Results.Integer },
        New("floor", "The next whole number downwards.", "1.9.floor()", static (in call, into) => Whole(call, into, decimal.Floor)) with { Result = Results.Integer },
        New("truncate", "The whole part.", "1.9.truncate()", static (in call, into) => Whole(call, into, decimal.Truncate)) with { Result = Results.Integer },
        New("round", "Rounded to so many digits behind the point, half away from zero.", "3.14159.round(2)", Round, new FunctionParameter("digits", Optional: true)),
        New("exp", "e to the power of the number.", "0.exp()", static (in call, into) => Real(call, into, Math.Exp)),
        New("ln", "The natural logarithm.", "1.ln()", static (in call, into) => Real(call, into, Math.Log)),
        New("log", "The logarithm to a base.", "16.log(2)", Log, new FunctionParameter("base")),
        New("power", "The number to a power.", "2.power(3)", Power, new FunctionParameter("exponent")),
        New("sqrt", "The square root.", "81.sqrt()", static (in call, into) => Real(call, into, Math.Sqrt)),
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Standard, Description = description, Example = example, Body = body, Parameters = parameters, Result = Results.Decimal };

    private static void Abs(in Call call, List<Item> into)
    {
        if (!call.TryInput(out Item item))
        {
            return;
        }

        var value = Reading.ValueOf(call.Context, item);
        if (value.Kind == ValueKind.Quantity && Quantity.TryGet(value, out var quantity))
        {
            into.Add(new Item((quantity with { Number = Math.Abs(quantity.Number) }).ToValue()));
        }
        else if (call.TryNumber(out value, out var number))
        {
            into.Add(new Item(value.Kind == ValueKind.Decimal ? Value.Of(Math.Abs(number)) : Numbers.OfWhole((long)Math.Abs(number))));
        }
    }

    private static void Whole(in Call call, List<Item> into, Func<decimal, decimal> round)
    {
        if (!call.TryNumber(out _, out var number))
        {
            return;
        }

        var whole = round(number);
        if (whole is >= long.MinValue and <= long.MaxValue)
        {
            into.Add(new Item(Numbers.OfWhole((long)whole)));
        }
        else
        {
            call.Find(FhirPathCodes.OutOfRange, call.Input[0]);
        }
    }

    private static void Round(in Call call, List<Item> into)
    {
        if (!call.TryNumber(out _, out var number))
        {
            return;
        }

        var digits = 0;
        if (call.Count > 0 && (!call.TryInteger(0, out digits) || digits < 0))
        {
            call.Find(FhirPathCodes.WrongOperand, default, "digits to round to are 0 or more");
            return;
        }

        into.Add(new Item(Value.Of(decimal.Round(number, Math.Min(digits, 28), MidpointRounding.AwayFromZero))));
    }

    private static void Real(in Call call, List<Item> into, Func<double, double> function)
    {
        if (call.TryNumber(out _, out var number))
        {
            Add(call, into, function((double)number));
        }
    }

    private static void Log(in Call call, List<Item> into)
    {
        if (Numbers.TryGet(call.Argument(0), out var radix) && call.TryNumber(out _, out var number))
        {
            Add(call, into, Math.Log((double)number) / Math.Log((double)radix));
        }
    }

    private static void Power(in Call call, List<Item> into)
    {
        var exponent = call.Argument(0);
        if (!Numbers.TryGet(exponent, out var power) || !call.TryNumber(out var value, out var number))
        {
            return;
        }

        var result = Math.Pow((double)number, (double)power);
        if (value.Kind != ValueKind.Decimal && exponent.Kind != ValueKind.Decimal && power >= 0 && Math.Abs(result) <= int.MaxValue)
        {
            into.Add(new Item(Value.Of((int)result)));
        }
        else
        {
            Add(call, into, result);
        }
    }

    private static void Add(in Call call, List<Item> into, double result)
    {
        if (!double.IsFinite(result))
        {
            return;
        }

        if (Math.Abs(result) >= (double)decimal.MaxValue)
        {
            call.Find(FhirPathCodes.OutOfRange, call.Input[0]);
            return;
        }

        into.Add(new Item(Value.Of((decimal)result)));
    }
}
