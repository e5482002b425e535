using Simphonie.Cli.Output;
using Simphonie.Core.Documents;

namespace Simphonie.Cli.Commands.Formats;

/// <summary>Shows a document as a tree: path, type, position, state and value. What is shown is payload, asked for by the user.</summary>
internal static class TreePrinter
{
    public static IReadOnlyList<Row> Rows(Document document)
    {
        var rows = new List<Row>();
        Visit(document.Root, 0, rows);
        return rows;
    }

    private static void Visit(Node node, int depth, List<Row> rows)
    {
        var children = new List<Node>();
        node.Document.AppendChildren(node.Handle, children);
        if (depth > 0)
        {
            var place = node.Place;
            var row = new Row
            {
                { "name", new string(' ', 2 * (depth - 1)) + node.Name },
                { "type", node.Type },
                { "path", place.Path },
                { "offset", place.Offset >= 0 ? place.Offset : null },
                { "value", node.State == NodeState.Cleared ? "\"\" (cleared)" : children.Count == 0 ? node.Value.Text : null },
            };
            if (node.Document is ILabelledDocument labelled)
            {
                row.Add("label", labelled.LabelOf(node.Handle));
                row.Add("meaning", labelled.MeaningOf(node.Handle));
            }

            rows.Add(row);
        }

        foreach (var child in children)
        {
            if (child.State != NodeState.Absent)
            {
                Visit(child, depth + 1, rows);
            }
        }
    }
}
