using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>FHIRPath 5.3 and 5.4: parts of collections, and collections put together.</summary>
internal static class SubsettingFunctions
{
    private static readonly FunctionParameter Other = new("other");
    private static readonly FunctionParameter Number = new("number");

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("single", "The only item; several are a finding.", "Bundle.entry.resource.ofType(Patient).single()", Single) with { Result = Results.One },
        New("first", "The first item.", "PID-5.first()", static (in call, into) => Range(call, into, 0, 1)) with { Result = Results.One },
        New("last", "The last item.", "PID-3.last()", static (in call, into) => Range(call, into, call.Input.Count - 1, 1)) with { Result = Results.One },
        New("tail", "All but the first item.", "PID-5.tail()", static (in call, into) => Range(call, into, 1, call.Input.Count)),
        New("skip", "All but the first so many items.", "IN1.skip(2)", Skip, Number),
        New("take", "The first so many items.", "IN1.take(2)", Take, Number),
        New("intersect", "The items that the other collection has too, without duplicates.", "IN1-2.intersect('AMO' | 'CMU')", static (in call, into) => Against(call, into, keep: true), Other),
        New("exclude", "The items that the other collection does not have.", "IN1-2.exclude('AMO')", static (in call, into) => Against(call, into, keep: false), Other),
        New("union", "Both collections without duplicates, as | does.", "PID-13.union(PID-14)", Union, Other) with { Result = Results.WithInput },
        New("combine", "Both collections, duplicates kept.", "PID-13.combine(PID-14)", Combine, Other) with { Result = Results.WithInput },
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Standard, Description = description, Example = example, Body = body, Parameters = parameters, Result = Results.Same };

    private static void Range(in Call call, List<Item> into, int start, int count)
    {
        for (var i = Math.Max(0, start); i < call.Input.Count && i - start < count; i++)
        {
            into.Add(call.Input[i]);
        }
    }

    private static void Single(in Call call, List<Item> into)
    {
        if (call.TryInput(out Item item))
        {
            into.Add(item);
        }
    }

    private static void Skip(in Call call, List<Item> into)
    {
        if (call.TryInteger(0, out var number))
        {
            Range(call, into, Math.Max(0, number), call.Input.Count);
        }
    }

    private static void Take(in Call call, List<Item> into)
    {
        if (call.TryInteger(0, out var number))
        {
            Range(call, into, 0, number);
        }
    }

    private static void Against(in Call call, List<Item> into, bool keep)
    {
        var other = call.Context.Items.Rent();
        var kept = call.Context.Items.Rent();
        call.Evaluate(0, other);
        foreach (var item in call.Input)
        {
            if (Sets.Contains(call.Context, other, item) == keep)
            {
                kept.Add(item);
            }
        }

        if (keep)
        {
            Sets.Distinct(call.Context, kept, into);
        }
        else
        {
            into.AddRange(kept);
        }

        call.Context.Items.Return(other);
        call.Context.Items.Return(kept);
    }

    private static void Union(in Call call, List<Item> into)
    {
        var both = call.Context.Items.Rent();
        both.AddRange(call.Input);
        call.Evaluate(0, both);
        Sets.Distinct(call.Context, both, into);
        call.Context.Items.Return(both);
    }

    private static void Combine(in Call call, List<Item> into)
    {
        into.AddRange(call.Input);
        call.Evaluate(0, into);
    }
}
