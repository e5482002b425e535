using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Components of fields of HL7 v2.</summary>
internal static class Hl7Parts
{
    /// <summary>The value of a component (or sub-component) of a field of HL7 v2; none elsewhere.</summary>
    /// <param name="type">Data type of the node when its schema does not say one.</param>
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

    /// <summary>
    /// The first component of a field that has several: what the field was before its type grew components (HL7 v2.5, 2.8.2).
    /// None for a segment.
    /// </summary>
    public static Value First(EvaluationContext context, Node node) =>
        node.Document is IAddressable && node.Type is { } type && node.Name.Contains('-', StringComparison.Ordinal)
            ? Component(context, node, type, 1)
            : Value.None;
}
