using System.Buffers;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Equivalence of FHIRPath (<c>~</c>): always true or false; order, case, blanks and surplus digits do not matter.</summary>
internal static class Equivalence
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\t\n\v\f\r\u00a0\u2028\u2029");

    public static bool Collections(EvaluationContext context, List<Item> left, List<Item> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        var matched = new bool[right.Count];
        foreach (var item in left)
        {
            var found = false;
            for (var i = 0; i < right.Count && !found; i++)
            {
                found = !matched[i] && Items(context, item, right[i]);
                matched[i] |= found;
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    public static bool Items(EvaluationContext context, Item left, Item right)
    {
        var first = Reading.OwnValueOf(context, left);
        var second = Reading.OwnValueOf(context, right);
        if (first.IsNone && second.IsNone && left.IsNode && right.IsNode)
        {
            return Nodes(context, left.Node, right.Node);
        }

        return Values(first.IsNone ? Reading.ValueOf(context, left) : first, second.IsNone ? Reading.ValueOf(context, right) : second);
    }

    public static bool Values(Value left, Value right)
    {
        if (left.Kind == ValueKind.String && right.Kind == ValueKind.String)
        {
            return string.Equals(Fold(left.Text), Fold(right.Text), StringComparison.OrdinalIgnoreCase);
        }

        if (Temporal.TryGet(left, out var one) && Temporal.TryGet(right, out var other))
        {
            return (one.Kind == ValueKind.Time) == (other.Kind == ValueKind.Time) && one.IsEquivalent(other);
        }

        if (left.Kind == ValueKind.Quantity || right.Kind == ValueKind.Quantity)
        {
            return Quantity.TryGet(left, out var first) && Quantity.TryGet(right, out var second)
                && Quantity.TryAlign(first, second, strict: false, out var x, out var y) && AlikeNumbers(x, y);
        }

        return Numbers.TryGet(left, out var a) && Numbers.TryGet(right, out var b) ? AlikeNumbers(a, b) : left == right;
    }

    private static bool AlikeNumbers(decimal left, decimal right)
    {
        var digits = Math.Min(Numbers.Precision(left), Numbers.Precision(right));
        return decimal.Round(left, digits, MidpointRounding.AwayFromZero) == decimal.Round(right, digits, MidpointRounding.AwayFromZero);
    }

    /// <summary>Every kind of blank is one blank.</summary>
    private static string Fold(string text) =>
        text.AsSpan().ContainsAny(Blanks) ? string.Concat(text.Select(static c => char.IsWhiteSpace(c) ? ' ' : c)) : text;

    private static bool Nodes(EvaluationContext context, Node left, Node right)
    {
        var mine = context.Nodes.Rent();
        var theirs = context.Nodes.Rent();
        left.Document.AppendChildren(left.Handle, mine);
        right.Document.AppendChildren(right.Handle, theirs);
        var result = mine.Count == theirs.Count;
        var matched = new bool[theirs.Count];
        for (var i = 0; i < mine.Count && result; i++)
        {
            result = false;
            for (var j = 0; j < theirs.Count && !result; j++)
            {
                result = !matched[j] && string.Equals(mine[i].Name, theirs[j].Name, StringComparison.Ordinal)
                    && Items(context, new Item(mine[i]), new Item(theirs[j]));
                matched[j] |= result;
            }
        }

        context.Nodes.Return(mine);
        context.Nodes.Return(theirs);
        return result;
    }
}
