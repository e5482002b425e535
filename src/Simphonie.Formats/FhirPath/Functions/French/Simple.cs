using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>Reads fields of HL7 v2 as the simple value that most of them are.</summary>
internal static class Simple
{
    /// <summary>The item's own value; of a field that has components its first one.</summary>
    public static Value ValueOf(EvaluationContext context, Item item)
    {
        var value = Reading.ValueOf(context, item);
        return value.IsNone && item.IsNode && item.Node.Type is { } type ? Component(context, item.Node, type, 1) : value;
    }

    /// <summary>A component (or sub-component) of a field of HL7 v2; none elsewhere.</summary>
    public static Value Component(EvaluationContext context, Node node, string type, int number)
    {
        if (!TryComponent(context, node, type, number, out var component))
        {
            return Value.None;
        }

        var value = component.Value;
        if (!value.IsNone && context.Used is not null)
        {
            context.Use(component);
        }

        return value;
    }

    public static bool TryComponent(EvaluationContext context, Node node, string type, int number, out Node component)
    {
        component = default;
        if (node.IsNone || node.Document is not IAddressable addressable)
        {
            return false;
        }

        var nodes = context.Nodes.Rent();
        addressable.Resolve(node.Handle, new Address(node.Type ?? type, 0, number, 0, 0, 0), nodes);
        if (nodes.Count > 0 && nodes[0].State == NodeState.Valued)
        {
            component = nodes[0];
        }

        context.Nodes.Return(nodes);
        return !component.IsNone;
    }
}
