using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Reads the primitive value of an item, the only place where a node's value is taken: lineage is noted here.</summary>
internal static class Reading
{
    /// <summary>
    /// The value; <see cref="Value.None"/> for a complex node. A FHIR Quantity reads as a quantity, a field of HL7 v2 that has components as its first one.
    /// </summary>
    public static Value ValueOf(EvaluationContext context, Item item)
    {
        var value = OwnValueOf(context, item);
        return value.IsNone && item.IsNode ? Hl7Parts.First(context, item.Node) : value;
    }

    /// <summary>The value of the item itself: none for a field of HL7 v2 that has components.</summary>
    public static Value OwnValueOf(EvaluationContext context, Item item)
    {
        if (!item.IsNode)
        {
            return item.Value;
        }

        var value = item.Node.Value;
        if (value.IsNone && item.Node.Type is "Quantity" or "Age" or "Count" or "Distance" or "Duration" or "SimpleQuantity" or "MoneyQuantity")
        {
            value = QuantityOf(context, item.Node);
        }

        if (context.Used is not null && !value.IsNone)
        {
            context.Use(item.Node);
        }

        return value;
    }

    /// <summary>The value of the single child of a complex node; none when there is no such child.</summary>
    public static Value Child(EvaluationContext context, Node node, string name)
    {
        var nodes = context.Nodes.Rent();
        node.Document.AppendChildren(node.Handle, name, nodes);
        var value = Value.None;
        if (nodes.Count > 0)
        {
            value = nodes[0].Value;
            if (context.Used is not null)
            {
                context.Use(nodes[0]);
            }
        }

        context.Nodes.Return(nodes);
        return value;
    }

    private static Value QuantityOf(EvaluationContext context, Node node)
    {
        if (!Numbers.TryGet(Child(context, node, "value"), out var number) || !Child(context, node, "comparator").IsNone)
        {
            return Value.None;
        }

        var code = Child(context, node, "code");
        var unit = code.IsNone ? Child(context, node, "unit") : code;
        return Value.OfQuantity(string.Create(CultureInfo.InvariantCulture, $"{number} '{(unit.IsNone ? "1" : unit.Text)}'"));
    }
}
