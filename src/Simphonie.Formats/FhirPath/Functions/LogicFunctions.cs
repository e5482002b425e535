using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;


namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>Choices: <c>not</c>, <c>iif</c>, <c>coalesce</c> and <c>aggregate</c> (FHIRPath 5.5.1, 6.5.3, 7.1).</summary>
internal static class LogicFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("not", FunctionSet.Standard, "True for false, false for true, empty for empty.", "IN1-2.empty().not()", Not) with { Result = Results.Boolean },
        New("iif", FunctionSet.Standard, "The second argument when the first is true, else the third; what is not chosen is not evaluated.", "iif(MSH-9.2 = 'A05', PV2-8, PV1-44)", Iif,
            new FunctionParameter("condition", ParameterKind.Each), new FunctionParameter("then", ParameterKind.Each), new FunctionParameter("else", ParameterKind.Each, Optional: true))
            with { Result = static (_, arguments) => arguments.Count == 3 ? InferredType.Either(arguments[1], arguments[2]) : arguments[1] },
        New("coalesce", FunctionSet.Standard, "The first argument that is not empty.", "coalesce(PV1-44, ZBE-2, EVN-6, MSH-7)", Coalesce,
            new FunctionParameter("value"), new FunctionParameter("other", Repeats: true)) with { Result = Results.Either },
        New("aggregate", FunctionSet.Standard, "Evaluates the aggregator for each item; $total is what it gave for the one before, at first the second argument.", "Claim.item.net.value.aggregate($this + $total, 0)", Aggregate,
            new FunctionParameter("aggregator", ParameterKind.Each), new FunctionParameter("first", Optional: true)),
    ];

    private static FunctionDeclaration New(string name, FunctionSet set, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = set, Description = description, Example = example, Body = body, Parameters = parameters };

    private static void Not(in Call call, List<Item> into) => into.Add(!Singletons.Truth(call.Frame, call.Input, call.Site));

    private static void Iif(in Call call, List<Item> into)
    {
        if (call.Input.Count > 1)
        {
            call.Find(FhirPathCodes.Several, call.Input[1]);
            return;
        }

        var frame = call.Frame.Inner(call.Input.Count == 0 ? default : call.Input[0], call.Frame.Index);
        if (Singletons.Chooses(frame, call[0], call.Site))
        {
            call[1].Evaluate(frame, into);
        }
        else if (call.Count > 2)
        {
            call[2].Evaluate(frame, into);
        }
    }

    private static void Coalesce(in Call call, List<Item> into)
    {
        var before = into.Count;
        for (var i = 0; i < call.Count && into.Count == before; i++)
        {
            call.Evaluate(i, into);
        }
    }

    private static void Aggregate(in Call call, List<Item> into)
    {
        var total = call.Context.Items.Rent();
        var next = call.Context.Items.Rent();
        if (call.Count > 1)
        {
            call.Evaluate(1, total);
        }

        for (var i = 0; i < call.Input.Count; i++)
        {
            next.Clear();
            call[0].Evaluate(call.Frame.Inner(call.Input[i], i, total), next);
            (total, next) = (next, total);
        }

        into.AddRange(total);
        call.Context.Items.Return(total);
        call.Context.Items.Return(next);
    }
}
