using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>FHIRPath 5.1.</summary>
internal static class ExistenceFunctions
{
    private static readonly FunctionParameter Criteria = new("criteria", ParameterKind.Each, Optional: true);

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("empty", "True when the input has no item.", "PV2-8.empty()", static (in call, into) => into.Add(call.Input.Count == 0)),
        New("exists", "True when the input has an item (for which the criteria are true).", "IN1.exists(IN1-2 = 'AMO')", Exists, Criteria),
        New("all", "True when the criteria are true for every item; so for none.", "Bundle.entry.all(fullUrl.exists())", AllOf, new FunctionParameter("criteria", ParameterKind.Each)),
        New("allTrue", "True when every item is true.", "Coverage.select(status = 'active').allTrue()", static (in call, into) => into.Add(Every(call, true))),
        New("anyTrue", "True when some item is true.", "IN1.select(IN1-2 = 'AMO').anyTrue()", static (in call, into) => into.Add(Some(call, true))),
        New("allFalse", "True when every item is false.", "IN1.select(IN1-2 = 'AMO').allFalse()", static (in call, into) => into.Add(Every(call, false))),
        New("anyFalse", "True when some item is false.", "IN1.select(IN1-2 = 'AMO').anyFalse()", static (in call, into) => into.Add(Some(call, false))),
        New("subsetOf", "True when every item of the input is in the other collection.", "IN1-2.subsetOf('AMO' | 'AMC')", static (in call, into) => Subset(call, into, inputIsInner: true), new FunctionParameter("other")),
        New("supersetOf", "True when every item of the other collection is in the input.", "IN1-2.supersetOf('AMO')", static (in call, into) => Subset(call, into, inputIsInner: false), new FunctionParameter("other")),
        New("count", "The number of items.", "IN1.count()", static (in call, into) => into.Add(new Item(Value.Of(call.Input.Count)))) with { Result = Results.Integer },
        New("distinct", "The input without duplicates.", "IN1-3.distinct()", static (in call, into) => Sets.Distinct(call.Context, call.Input, into)) with { Result = Results.Same },
        New("isDistinct", "True when no item is there twice.", "IN1-1.isDistinct()", IsDistinct),
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Standard, Description = description, Example = example, Body = body, Parameters = parameters, Result = Results.Boolean };

    private static void Exists(in Call call, List<Item> into)
    {
        if (call.Count == 0)
        {
            into.Add(call.Input.Count > 0);
            return;
        }

        for (var i = 0; i < call.Input.Count; i++)
        {
            if (call.Truth(0, call.Input[i], i) == true)
            {
                into.Add(true);
                return;
            }
        }

        into.Add(false);
    }

    private static void AllOf(in Call call, List<Item> into)
    {
        for (var i = 0; i < call.Input.Count; i++)
        {
            if (call.Truth(0, call.Input[i], i) != true)
            {
                into.Add(false);
                return;
            }
        }

        into.Add(true);
    }

    private static bool Every(in Call call, bool wanted)
    {
        foreach (var item in call.Input)
        {
            if (Boolean(call, item) == !wanted)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Some(in Call call, bool wanted)
    {
        foreach (var item in call.Input)
        {
            if (Boolean(call, item) == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static bool? Boolean(in Call call, Item item)
    {
        var value = Reading.ValueOf(call.Context, item);
        if (value.Kind == ValueKind.Boolean)
        {
            return value.Boolean;
        }

        call.Find(FhirPathCodes.WrongOperand, item, "the function takes booleans");
        return null;
    }

    private static void Subset(in Call call, List<Item> into, bool inputIsInner)
    {
        var other = call.Context.Items.Rent();
        call.Evaluate(0, other);
        var (inner, outer) = inputIsInner ? (call.Input, other) : (other, call.Input);
        var result = true;
        foreach (var item in inner)
        {
            result = result && Sets.Contains(call.Context, outer, item);
        }

        into.Add(result);
        call.Context.Items.Return(other);
    }

    private static void IsDistinct(in Call call, List<Item> into)
    {
        var once = call.Context.Items.Rent();
        Sets.Distinct(call.Context, call.Input, once);
        into.Add(once.Count == call.Input.Count);
        call.Context.Items.Return(once);
    }
}
