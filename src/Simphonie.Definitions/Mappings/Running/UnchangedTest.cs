using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>Compares parts of the output with the same parts of the source, value by value.</summary>
internal sealed class UnchangedTest(IReadOnlyList<RuleExpression> parts)
{
    public bool Holds(EvaluationContext context, Node source, Node output)
    {
        context.Used = null;
        var before = new List<Item>();
        var after = new List<Item>();
        foreach (var part in parts)
        {
            before.Clear();
            after.Clear();
            context.Focus = source;
            part.Evaluate(context, before);
            context.Focus = output;
            part.Evaluate(context, after);
            if (!Same(before, after))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(List<Item> left, List<Item> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            var same = left[i].IsNode && right[i].IsNode ? SameNode(left[i].Node, right[i].Node) : left[i].Value == right[i].Value;
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameNode(Node left, Node right)
    {
        if (left.State != right.State || !string.Equals(left.Name, right.Name, StringComparison.Ordinal) || left.Value != right.Value)
        {
            return false;
        }

        var leftChildren = Children(left);
        var rightChildren = Children(right);
        return leftChildren.Count == rightChildren.Count && leftChildren.Zip(rightChildren).All(pair => SameNode(pair.First, pair.Second));
    }

    private static List<Node> Children(Node node)
    {
        var children = new List<Node>();
        node.Document.AppendChildren(node.Handle, children);
        children.RemoveAll(child => child.State == NodeState.Absent);
        return children;
    }
}
