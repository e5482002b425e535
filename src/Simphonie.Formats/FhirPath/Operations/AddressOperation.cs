using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>An address of HL7 v2, seen from each item of its source, or from the innermost node under the loop.</summary>
internal sealed class AddressOperation(Operation? source, Address address, bool keepCleared = false) : Operation
{
    public override Operation WithCleared() => new AddressOperation(source, address, keepCleared: true);

    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var nodes = frame.Context.Nodes.Rent();
        if (source is null)
        {
            Resolve(frame.Anchor, nodes);
        }
        else
        {
            var items = frame.Context.Items.Rent();
            source.Evaluate(frame, items);
            foreach (var item in items)
            {
                Resolve(item.Node, nodes);
            }

            frame.Context.Items.Return(items);
        }

        var first = into.Count;
        foreach (var node in nodes)
        {
            if ((keepCleared || node.State != NodeState.Cleared) && (source is null || !Holds(into, first, node)))
            {
                into.Add(new Item(node));
            }
        }

        frame.Context.Nodes.Return(nodes);
    }

    private void Resolve(Node from, List<Node> nodes)
    {
        if (!from.IsNone && from.Document is IAddressable addressable)
        {
            addressable.Resolve(from.Handle, address, nodes);
        }
    }

    /// <summary>Two items may see the same field (the PID of two covers): it is one.</summary>
    private static bool Holds(List<Item> items, int from, Node node)
    {
        for (var i = from; i < items.Count; i++)
        {
            if (items[i].Node == node)
            {
                return true;
            }
        }

        return false;
    }
}
