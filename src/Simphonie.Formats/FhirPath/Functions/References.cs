using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>Finds what references mean inside one document: entries of the Bundle by <c>fullUrl</c> or type and id, contained resources by <c>#id</c>.</summary>
internal static class References
{
    public static void Resolve(in Call call, List<Item> into)
    {
        foreach (var item in call.Input)
        {
            var value = Reading.ValueOf(call.Context, item);
            var text = value.IsNone && item.IsNode ? Reading.Child(call.Context, item.Node, "reference").Text : value.Text;
            var document = item.IsNode ? item.Node.Document : call.Context.Focus.Document;
            if (text.Length > 0 && document is not null && Find(call.Context, document, text, out var found))
            {
                into.Add(new Item(found));
            }
        }
    }

    private static bool Find(EvaluationContext context, Document document, string reference, out Node found)
    {
        var root = document.Root;
        if (reference == "#")
        {
            found = root;
            return true;
        }

        if (reference.StartsWith('#'))
        {
            return FindContained(context, root, reference[1..], out found);
        }

        var entries = context.Nodes.Rent();
        document.AppendChildren(root.Handle, "entry", entries);
        found = default;
        foreach (var entry in entries)
        {
            if (string.Equals(Reading.Child(context, entry, "fullUrl").Text, reference, StringComparison.Ordinal) || IsSame(context, entry, reference))
            {
                found = Child(context, entry, "resource");
                break;
            }
        }

        context.Nodes.Return(entries);
        return !found.IsNone;
    }

    private static bool IsSame(EvaluationContext context, Node entry, string reference)
    {
        var resource = Child(context, entry, "resource");
        return !resource.IsNone && Reading.Child(context, resource, "id") is { IsNone: false } id
            && string.Equals($"{resource.Type}/{id.Text}", reference, StringComparison.Ordinal);
    }

    private static bool FindContained(EvaluationContext context, Node root, string id, out Node found)
    {
        var candidates = context.Nodes.Rent();
        root.Document.AppendChildren(root.Handle, "contained", candidates);
        var entries = context.Nodes.Rent();
        root.Document.AppendChildren(root.Handle, "entry", entries);
        foreach (var entry in entries)
        {
            var resource = Child(context, entry, "resource");
            if (!resource.IsNone)
            {
                resource.Document.AppendChildren(resource.Handle, "contained", candidates);
            }
        }

        found = candidates.Find(candidate => string.Equals(Reading.Child(context, candidate, "id").Text, id, StringComparison.Ordinal));
        context.Nodes.Return(entries);
        context.Nodes.Return(candidates);
        return !found.IsNone;
    }

    private static Node Child(EvaluationContext context, Node node, string name)
    {
        var nodes = context.Nodes.Rent();
        node.Document.AppendChildren(node.Handle, name, nodes);
        var child = nodes.Count > 0 ? nodes[0] : default;
        context.Nodes.Return(nodes);
        return child;
    }
}
