using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>FHIRPath 5.8 and 5.9: the tree, the time of the handling, and types as values.</summary>
internal static class TreeFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("children", "All children of each item.", "Patient.children()", static (in call, into) => Children(call.Context, call.Input, into)),
        New("descendants", "All that lies below each item.", "Bundle.descendants().ofType(Identifier)", Descendants),
        New("trace", "The input unchanged; the hub prints nothing of a message, so it is not written anywhere.", "PID-3.trace('ids')", static (in call, into) => into.AddRange(call.Input),
            new FunctionParameter("name"), new FunctionParameter("projection", ParameterKind.Each, Optional: true)) with { Result = Results.Same },
        New("now", "The recorded time of the handling; the same at every call and in every replay.", "now()", static (in call, into) => Moment(call, into, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", Value.OfDateTime)) with { Result = Results.DateTime },
        New("today", "The day of now().", "today()", static (in call, into) => Moment(call, into, "yyyy-MM-dd", Value.OfDate)) with { Result = Results.Date },
        New("timeOfDay", "The time of now().", "timeOfDay()", static (in call, into) => Moment(call, into, "HH:mm:ss.fff", Value.OfTime)) with { Result = static (_, _) => InferredType.Time },
        New("type", "Namespace and name of the type of each item.", "PID-7.type().name", TypeOf),
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Standard, Description = description, Example = example, Body = body, Parameters = parameters };

    private static void Children(EvaluationContext context, List<Item> items, List<Item> into)
    {
        var nodes = context.Nodes.Rent();
        foreach (var item in items)
        {
            if (item.IsNode)
            {
                item.Node.Document.AppendChildren(item.Node.Handle, nodes);
            }
        }

        foreach (var node in nodes)
        {
            if (node.State != NodeState.Cleared)
            {
                into.Add(new Item(node));
            }
        }

        context.Nodes.Return(nodes);
    }

    private static void Descendants(in Call call, List<Item> into)
    {
        var level = call.Context.Items.Rent();
        var next = call.Context.Items.Rent();
        level.AddRange(call.Input);
        while (level.Count > 0)
        {
            Children(call.Context, level, next);
            into.AddRange(next);
            (level, next) = (next, level);
            next.Clear();
        }

        call.Context.Items.Return(level);
        call.Context.Items.Return(next);
    }

    private static void Moment(in Call call, List<Item> into, string form, Func<string, Value> make) =>
        into.Add(new Item(make(call.Context.Now.ToString(form, CultureInfo.InvariantCulture))));

    private static void TypeOf(in Call call, List<Item> into)
    {
        foreach (var item in call.Input)
        {
            var type = item.IsNode ? item.Node.Type : null;
            var kind = type is null ? Reading.ValueOf(call.Context, item).Kind : ValueKind.None;
            var builder = new TreeBuilder("type", "TypeInfo");
            builder.Add(builder.Root, "namespace", Value.Of(type is null ? "System" : item.Node.Document.Format == "fhir" ? "FHIR" : item.Node.Document.Format));
            builder.Add(builder.Root, "name", Value.Of(type ?? (kind == ValueKind.None ? "Any" : kind.ToString())));
            into.Add(new Item(builder.Build().Root));
        }
    }
}
