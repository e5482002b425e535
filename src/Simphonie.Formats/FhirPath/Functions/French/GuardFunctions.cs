using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>Asks whether values are there: three states of a field, what must be, and what must be one.</summary>
internal static class GuardFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("cleared", "True when the field is there as \"\": delete the value. False when it is absent or has one.", "IN1-13.cleared()", Cleared) with { KeepsCleared = true, Result = Results.Boolean },
        New("required", "The input; finding SIM2320 with the name of what is missing when it is empty.", "PID-5.XPN-1.required('the birth name')", Required, new FunctionParameter("what")) with { Result = Results.Same },
        New("one", "The only item; none or several are finding SIM2321 and give nothing.", "IN1.where(IN1-2 = 'AMO').one()", One) with { Result = Results.One },
        New("hash", "SHA-256 over names and values of the items and all below them, 64 hexadecimal digits: equal for equal contents, whatever the bytes looked like.", "IN1.hash()", static (in call, into) => into.Add(new Item(Value.Of(ContentHash.Of(call.Context, call.Input))))) with { Result = Results.String },
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Hub, Description = description, Example = example, Body = body, Parameters = parameters };

    private static void Cleared(in Call call, List<Item> into)
    {
        var cleared = false;
        foreach (var item in call.Input)
        {
            if (item.IsNode && item.Node.State == NodeState.Cleared)
            {
                cleared = true;
                call.Context.Use(item.Node);
            }
        }

        into.Add(cleared);
    }

    private static void Required(in Call call, List<Item> into)
    {
        if (call.Input.Count == 0)
        {
            call.TryText(0, out var what);
            var near = call.Frame.This.IsNode ? call.Frame.This : call.Frame.Anchor.IsNone ? default : new Item(call.Frame.Anchor);
            call.Find(FrenchCodes.Missing, near, $"{what} is missing");
            return;
        }

        into.AddRange(call.Input);
    }

    private static void One(in Call call, List<Item> into)
    {
        if (call.Input.Count == 1)
        {
            into.Add(call.Input[0]);
            return;
        }

        call.Find(FrenchCodes.NotOne, call.Input.Count > 1 ? call.Input[1] : default, call.Input.Count == 0 ? "there is none where exactly one is needed" : "there are several where exactly one is needed");
    }
}
