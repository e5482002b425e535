using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>FHIRPath 5.2, and <c>is</c> and <c>as</c> written as functions (6.3).</summary>
internal static class FilteringFunctions
{
    /// <summary>More items than any document needs: a <c>repeat</c> that makes new values at every turn is stopped there.</summary>
    private const int RepeatLimit = 1_000_000;

    private static readonly FunctionParameter Type = new("type", ParameterKind.Type);

    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("where", "The items for which the criteria are true.", "PID-3.where(CX-5 = 'INS')", Where, new FunctionParameter("criteria", ParameterKind.Each)) with { Result = Results.Same },
        New("select", "What the projection gives for each item.", "IN1.select(IN1-3.1 & IN1-2)", Select, new FunctionParameter("projection", ParameterKind.Each)) with { Result = static (_, arguments) => arguments[0] with { Many = true } },
        New("repeat", "What the projection gives for each item, then for what it gave, until nothing new comes.", "Questionnaire.repeat(item)", Repeat, new FunctionParameter("projection", ParameterKind.Each)) with { Result = static (_, arguments) => arguments[0] with { Many = true } },
        New("ofType", "The items of a type.", "Bundle.entry.resource.ofType(Coverage)", OfType, Type),
        New("is", "True when the single item is of the type.", "Observation.value.is(Quantity)", static (in call, into) => Is(call, into), Type) with { Result = Results.Boolean },
        New("as", "The single item when it is of the type, else nothing.", "Observation.value.as(Quantity)", static (in call, into) => As(call, into), Type),
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Standard, Description = description, Example = example, Body = body, Parameters = parameters };

    private static void Where(in Call call, List<Item> into)
    {
        for (var i = 0; i < call.Input.Count; i++)
        {
            var item = call.Input[i];
            if (Singletons.Chooses(call.Frame.Inner(item, i), call[0], call.Site))
            {
                into.Add(item);
            }
        }
    }

    private static void Select(in Call call, List<Item> into)
    {
        for (var i = 0; i < call.Input.Count; i++)
        {
            call[0].Evaluate(call.Frame.Inner(call.Input[i], i), into);
        }
    }

    private static void Repeat(in Call call, List<Item> into)
    {
        var context = call.Context;
        var queue = new Queue<Item>(call.Input);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var made = context.Items.Rent();
        while (queue.TryDequeue(out var item))
        {
            made.Clear();
            call[0].Evaluate(call.Frame.Inner(item), made);
            foreach (var next in made)
            {
                if (seen.Add(ContentHash.OfContents(context, next)))
                {
                    into.Add(next);
                    queue.Enqueue(next);
                }
            }

            if (seen.Count > RepeatLimit)
            {
                call.Find(FhirPathCodes.Runaway, default);
                break;
            }
        }

        context.Items.Return(made);
    }

    private static void OfType(in Call call, List<Item> into)
    {
        var type = ((TypeArgument)call[0]).Type;
        foreach (var item in call.Input)
        {
            if (type.Matches(item))
            {
                into.Add(item);
            }
        }
    }

    private static void Is(in Call call, List<Item> into)
    {
        if (call.TryInput(out Item item))
        {
            into.Add(((TypeArgument)call[0]).Type.Matches(item));
        }
    }

    private static void As(in Call call, List<Item> into)
    {
        if (call.TryInput(out Item item) && ((TypeArgument)call[0]).Type.Matches(item))
        {
            into.Add(item);
        }
    }
}
