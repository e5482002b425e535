using Simphonie.Core.Documents;

namespace Simphonie.Contracts.Formats;

/// <summary>All nodes of a document in order, without recursion, so that depth costs no stack.</summary>
internal static class Walk
{
    public static List<Node> Of(Document document)
    {
        var all = new List<Node>();
        var open = new Stack<Node>([document.Root]);
        var children = new List<Node>();
        while (open.TryPop(out var node))
        {
            all.Add(node);
            children.Clear();
            document.AppendChildren(node.Handle, children);
            for (var last = children.Count - 1; last >= 0; last--)
            {
                open.Push(children[last]);
            }
        }

        return all;
    }

    /// <summary>Everything that a node says of itself but its place.</summary>
    public static IReadOnlyList<(string Name, string? Type, NodeState State, Value Value)> Contents(Document document) =>
        [.. Of(document).Select(node => (node.Name, node.Type, node.State, node.Value))];
}
