using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary><c>lowBoundary</c> and <c>highBoundary</c> of FHIR: the least and the greatest value that what was written may stand for.</summary>
internal static class BoundaryFunctions
{
    private const int DecimalDigits = 8;
    private static readonly FunctionParameter Precision = new("precision", Optional: true);

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("lowBoundary", "The least value that a decimal, date or time of its precision may mean; digits asked for: decimals behind the point, 4 to 17 for dates, 2 to 9 for times.", "@2014.lowBoundary(6)", static (in call, into) => Boundary(call, into, high: false)),
        New("highBoundary", "The greatest value that a decimal, date or time of its precision may mean.", "1.587.highBoundary(2)", static (in call, into) => Boundary(call, into, high: true)),
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body) =>
        new() { Name = name, Set = FunctionSet.Fhir, Description = description, Example = example, Body = body, Parameters = [Precision], Result = Results.One };

    private static void Boundary(in Call call, List<Item> into, bool high)
    {
        int? digits = null;
        if (call.Count > 0)
        {
            if (!call.TryInteger(0, out var given))
            {
                return;
            }

            digits = given;
        }

        if (!call.TryInput(out Item item))
        {
            return;
        }

        var value = Reading.ValueOf(call.Context, item);
        if (Numbers.TryGet(value, out var number))
        {
            if ((digits ?? DecimalDigits) is >= 0 and <= 28 and var places)
            {
                into.Add(new Item(Value.Of(OfDecimal(number, places, high))));
            }
        }
        else if (Temporal.TryGet(value, out var moment))
        {
            if (PrecisionOf(moment.Kind, digits) is { } precision)
            {
                into.Add(new Item(OfTemporal(moment, precision, high).ToValue()));
            }
        }
        else
        {
            call.Find(FhirPathCodes.WrongOperand, item, "only a decimal, date or time has boundaries");
        }
    }

    private static decimal OfDecimal(decimal number, int digits, bool high)
    {
        var half = new decimal(5, 0, 0, false, (byte)Math.Min(28, number.Scale + 1));
        var scale = (decimal)Math.Pow(10, Math.Min(digits, 15));
        return high ? decimal.Ceiling((number + half) * scale) / scale : decimal.Floor((number - half) * scale) / scale;
    }

    private static Precision? PrecisionOf(ValueKind kind, int? digits) => (kind, digits) switch
    {
        (ValueKind.Time, null or 9) => Values.Precision.Millisecond,
        (ValueKind.Time, 2) => Values.Precision.Hour,
        (ValueKind.Time, 4) => Values.Precision.Minute,
        (ValueKind.Time, 6) => Values.Precision.Second,
        (ValueKind.Time, _) => null,
        (ValueKind.Date, null) => Values.Precision.Day,
        (_, null or 17) => Values.Precision.Millisecond,
        (_, 4) => Values.Precision.Year,
        (_, 6) => Values.Precision.Month,
        (_, 8) => Values.Precision.Day,
        (_, 10) => Values.Precision.Hour,
        (_, 12) => Values.Precision.Minute,
        (_, 14) => Values.Precision.Second,
        _ => null,
    };

    private static Temporal OfTemporal(Temporal moment, Precision precision, bool high)
    {
        var local = moment.Local;
        if (high)
        {
            var next = moment.Precision switch
            {
                Values.Precision.Year => local.AddYears(1),
                Values.Precision.Month => local.AddMonths(1),
                Values.Precision.Day => local.AddDays(1),
                Values.Precision.Hour => local.AddHours(1),
                Values.Precision.Minute => local.AddMinutes(1),
                Values.Precision.Second => local.AddSeconds(1),
                _ => local.AddMilliseconds(1),
            };
            local = next.AddMilliseconds(-1);
        }

        return moment with { Local = local, Precision = precision };
    }
}
