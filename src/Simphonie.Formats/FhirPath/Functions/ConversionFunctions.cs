using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>FHIRPath 5.5: each type has <c>toX()</c>, empty when it does not convert, and <c>convertsToX()</c>.</summary>
internal static class ConversionFunctions
{
    private static readonly FunctionParameter Unit = new("unit", Optional: true);

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        .. Pair(ValueKind.Boolean, "a boolean (true, t, yes, y, 1; false, f, no, n, 0)", "'1'"),
        .. Pair(ValueKind.Integer, "an integer", "'42'"),
        .. Pair(ValueKind.Long, "a long", "'42'"),
        .. Pair(ValueKind.Decimal, "a decimal", "'1.10'"),
        .. Pair(ValueKind.String, "text", "1.10"),
        .. Pair(ValueKind.Date, "a date", "'2024-03'"),
        .. Pair(ValueKind.DateTime, "a date-time", "'2024-03-06T11:00:00+01:00'"),
        .. Pair(ValueKind.Time, "a time", "'11:30'"),
        .. Pair(ValueKind.Quantity, "a quantity", "'4 days'", Unit),
    ];

    private static IEnumerable<FunctionDeclaration> Pair(ValueKind kind, string what, string example, params FunctionParameter[] parameters)
    {
        yield return new FunctionDeclaration
        {
            Name = $"to{kind}",
            Set = FunctionSet.Standard,
            Description = $"The input as {what}; empty when it is none.",
            Example = $"{example}.to{kind}()",
            Parameters = parameters,
            Body = (in call, into) => To(call, into, kind),
            Result = (_, _) => InferredType.System(kind.ToString()),
        };
        yield return new FunctionDeclaration
        {
            Name = $"convertsTo{kind}",
            Set = FunctionSet.Standard,
            Description = $"True when the input is {what} or can be made one.",
            Example = $"{example}.convertsTo{kind}()",
            Parameters = parameters,
            Body = (in call, into) => ConvertsTo(call, into, kind),
            Result = Results.Boolean,
        };
    }

    private static void To(in Call call, List<Item> into, ValueKind kind)
    {
        if (call.TryInput(out Value value) && TryConvert(call, value, kind, out var converted))
        {
            into.Add(new Item(converted));
        }
    }

    private static void ConvertsTo(in Call call, List<Item> into, ValueKind kind)
    {
        if (call.TryInput(out Item item))
        {
            into.Add(TryConvert(call, Reading.ValueOf(call.Context, item), kind, out _));
        }
    }

    private static bool TryConvert(in Call call, Value value, ValueKind kind, out Value converted)
    {
        if (!Conversion.TryConvert(value, kind, out converted))
        {
            return false;
        }

        return call.Count == 0 || !call.TryText(0, out var unit) || TryInUnit(ref converted, unit);
    }

    private static bool TryInUnit(ref Value converted, string unit)
    {
        var calendar = CalendarUnits.Singular(unit);
        if (!Quantity.TryGet(converted, out var quantity)
            || !Quantity.TryAlign(quantity, new Quantity(1, calendar ?? unit, calendar is not null), strict: true, out var number, out var one) || one == 0)
        {
            return false;
        }

        converted = new Quantity(number / one, calendar ?? unit, calendar is not null).ToValue();
        return true;
    }
}
