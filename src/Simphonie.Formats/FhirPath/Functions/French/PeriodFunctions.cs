using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>Periods of days. A bound that is empty is open; both bounds belong to the period.</summary>
internal static class PeriodFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("period", "A Period of days from two dates of HL7 v2 or FHIR; an empty one leaves its side open.", "period(IN1-12, IN1-13)", Period,
            new FunctionParameter("start"), new FunctionParameter("end")),
        New("holds", "True when the day lies in the Period, its first and last day included. A partial bound counts whole.", "period(IN1-12, IN1-13).holds(%careDate)", Holds,
            new FunctionParameter("date")) with { Result = Results.Boolean },
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Hub, Description = description, Example = example, Body = body, Parameters = parameters };

    private static void Period(in Call call, List<Item> into)
    {
        var builder = new TreeBuilder("period", "Period");
        AddBound(call, builder, 0, "start");
        AddBound(call, builder, 1, "end");
        into.Add(new Item(builder.Build().Root));
    }

    private static void AddBound(in Call call, TreeBuilder builder, int argument, string name)
    {
        if (!Singletons.TryOne(call.Frame, call[argument], call.Site, out var item))
        {
            return;
        }

        var value = Reading.ValueOf(call.Context, item);
        if (Hl7Time.TryRead(value, out var moment))
        {
            var day = moment.Cut(Precision.Day) with { Kind = ValueKind.Date, Local = moment.InParis, Offset = null };
            // A place costs text; only lineage asks for it.
            builder.Add(builder.Root, name, day.ToValue(), "dateTime", item.IsNode && call.Context.Used is not null ? item.Node.Place : null);
        }
        else if (!value.IsNone)
        {
            call.Find(FrenchCodes.NoSuchDate, item);
        }
    }

    private static void Holds(in Call call, List<Item> into)
    {
        if (!call.TryInput(out Item period) || !period.IsNode || !Hl7Time.TryRead(call.Argument(0), out var day))
        {
            return;
        }

        var wanted = DateOnly.FromDateTime(day.InParis);
        var starts = Reading.Child(call.Context, period.Node, "start");
        var ends = Reading.Child(call.Context, period.Node, "end");
        var began = !Hl7Time.TryRead(starts, out var start) || DateOnly.FromDateTime(start.InParis) <= wanted;
        into.Add(began && (!Hl7Time.TryRead(ends, out var end) || wanted <= LastDay(end)));
    }

    private static DateOnly LastDay(Temporal end)
    {
        var day = DateOnly.FromDateTime(end.InParis);
        return end.Precision switch
        {
            Precision.Year => new DateOnly(day.Year, 12, 31),
            Precision.Month => new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
            _ => day,
        };
    }
}
