using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Equality of FHIRPath (<c>=</c>): null when it cannot be said (dates of different precision, units of different dimension).</summary>
internal static class Equality
{
    public static bool? Collections(EvaluationContext context, List<Item> left, List<Item> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        var unsure = false;
        for (var i = 0; i < left.Count; i++)
        {
            switch (Items(context, left[i], right[i]))
            {
                case false:
                    return false;
                case null:
                    unsure = true;
                    break;
            }
        }

        return unsure ? null : true;
    }

    public static bool? Items(EvaluationContext context, Item left, Item right)
    {
        if (left.IsNode && right.IsNode && left.Node == right.Node)
        {
            return true;
        }

        var first = Reading.OwnValueOf(context, left);
        var second = Reading.OwnValueOf(context, right);
        if (first.IsNone && second.IsNone && left.IsNode && right.IsNode)
        {
            return Nodes(context, left.Node, right.Node);
        }

        return Values(first.IsNone ? Reading.ValueOf(context, left) : first, second.IsNone ? Reading.ValueOf(context, right) : second);
    }

    public static bool? Values(Value left, Value right)
    {
        if (left.Kind == ValueKind.String && right.Kind == ValueKind.String)
        {
            return string.Equals(left.Text, right.Text, StringComparison.Ordinal);
        }

        if (Temporal.TryGet(left, out var one) && Temporal.TryGet(right, out var other))
        {
            return (one.Kind == ValueKind.Time) == (other.Kind == ValueKind.Time) ? one.CompareTo(other) switch { null => null, 0 => true, _ => false } : false;
        }

        if (left.Kind == ValueKind.Quantity || right.Kind == ValueKind.Quantity)
        {
            return Quantity.TryGet(left, out var first) && Quantity.TryGet(right, out var second) ? Quantities(first, second) : false;
        }

        return Numbers.TryGet(left, out var a) && Numbers.TryGet(right, out var b) ? a == b : left == right;
    }

    /// <summary>Units of different dimension are not equal; a calendar year or month and its UCUM unit of fixed length cannot be compared.</summary>
    private static bool? Quantities(Quantity left, Quantity right) =>
        Quantity.TryAlign(left, right, strict: true, out var one, out var other) ? one == other
        : left.Calendar != right.Calendar ? null
        : false;

    /// <summary>Complex nodes: the same children, by name and order, all the way down.</summary>
    private static bool? Nodes(EvaluationContext context, Node left, Node right)
    {
        var mine = context.Nodes.Rent();
        var theirs = context.Nodes.Rent();
        left.Document.AppendChildren(left.Handle, mine);
        right.Document.AppendChildren(right.Handle, theirs);
        SortByName(mine);
        SortByName(theirs);
        bool? result = mine.Count == theirs.Count;
        for (var i = 0; i < mine.Count && result != false; i++)
        {
            var pair = string.Equals(mine[i].Name, theirs[i].Name, StringComparison.Ordinal) ? Items(context, new Item(mine[i]), new Item(theirs[i])) : false;
            result = pair == true ? result : pair;
        }

        context.Nodes.Return(mine);
        context.Nodes.Return(theirs);
        return result;
    }

    /// <summary>A stable sort: names may stand in any order, repetitions of one name may not.</summary>
    private static void SortByName(List<Node> nodes)
    {
        for (var i = 1; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var j = i - 1;
            while (j >= 0 && string.CompareOrdinal(nodes[j].Name, node.Name) > 0)
            {
                nodes[j + 1] = nodes[j];
                j--;
            }

            nodes[j + 1] = node;
        }
    }
}
