using Simphonie.Core.Documents;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>Writes an item of an expression to a node of the output.</summary>
internal static class ValueWriter
{
    /// <summary>Only HL7 v2 can say that a value is to be deleted.</summary>
    private const string ClearingFormat = "hl7v2";

    /// <summary>False for what leaves no trace in the output: absent, and cleared where the output cannot say so.</summary>
    public static bool HasSomething(MappingRun run, Item item)
    {
        if (!item.IsNode)
        {
            return !item.Value.IsNone;
        }

        return item.Node.State switch
        {
            NodeState.Absent => false,
            NodeState.Cleared => CanClear(run),
            _ => true,
        };
    }

    public static bool CanClear(MappingRun run) => string.Equals(run.TargetFormat, ClearingFormat, StringComparison.Ordinal);

    public static void Write(MappingRun run, long node, Item item)
    {
        if (!item.IsNode)
        {
            run.Builder.Set(node, item.Value);
        }
        else if (item.Node.State == NodeState.Cleared)
        {
            run.Builder.Clear(node);
        }
        else if (string.Equals(item.Node.Document.Format, run.TargetFormat, StringComparison.Ordinal))
        {
            run.Builder.Copy(node, item.Node);
        }
        else
        {
            WriteTree(run, node, item.Node);
        }
    }

    /// <summary>Name of the choice element of a FHIR extension that takes this item: <c>valueDate</c>, <c>valueCoding</c>.</summary>
    public static string ExtensionValueName(Item item) => item.IsNode && item.Value.IsNone && item.Node.Type is { } type
        ? "value" + type
        : item.Value.Kind switch
        {
            ValueKind.Boolean => "valueBoolean",
            ValueKind.Integer or ValueKind.Long => "valueInteger",
            ValueKind.Decimal => "valueDecimal",
            ValueKind.Date => "valueDate",
            ValueKind.DateTime => "valueDateTime",
            ValueKind.Time => "valueTime",
            _ => "valueString",
        };

    private static void WriteTree(MappingRun run, long node, Node source)
    {
        var value = source.Value;
        if (!value.IsNone)
        {
            run.Builder.Set(node, value);
            return;
        }

        var children = run.RentNodes();
        source.Document.AppendChildren(source.Handle, children);
        string? former = null;
        foreach (var child in children)
        {
            if (child.State != NodeState.Valued)
            {
                continue;
            }

            var name = child.Name;
            var into = string.Equals(name, former, StringComparison.Ordinal) ? run.Builder.Append(node, name) : run.Builder.Child(node, name);
            former = name;
            WriteTree(run, into, child);
        }

        run.Return(children);
    }
}
