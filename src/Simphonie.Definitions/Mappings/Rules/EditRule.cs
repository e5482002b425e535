using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>
/// <c>edit: expression</c>: all children of a node in order, byte for byte, but for the changes named: nodes that are altered, replaced as a group,
/// or that something is inserted after.
/// </summary>
internal sealed class EditRule(RuleExpression source, IReadOnlyList<EditChange> changes, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var items = run.RentItems();
        source.Evaluate(run, items);
        var plan = new EditPlan(run, changes);
        foreach (var item in items)
        {
            if (item.IsNode)
            {
                Edit(run, target, item.Node, plan);
            }
        }

        run.Return(items);
    }

    private void Edit(MappingRun run, Target target, Node node, EditPlan plan)
    {
        var children = run.RentNodes();
        node.Document.AppendChildren(node.Handle, children);
        foreach (var child in children)
        {
            EditChild(run, target, child, plan);
        }

        run.Return(children);
    }

    private void EditChild(MappingRun run, Target target, Node child, EditPlan plan)
    {
        if (plan.Find(child, EditKind.Replace, out var first) is { } replaced)
        {
            if (first)
            {
                replaced.Rules.Run(run, target);
            }
        }
        else
        {
            var copy = run.Builder.Append(target.Handle(run), child.Name);
            run.Builder.Copy(copy, child);
            run.Lineage?.NoteCopy(copy, Place, child);
            if (plan.Find(child, EditKind.Alter, out _) is { } altered)
            {
                Alter(run, child, copy, altered);
            }
        }

        if (plan.Find(child, EditKind.InsertAfter, out _) is { } inserted)
        {
            inserted.Rules.Run(run, target);
        }
    }

    private static void Alter(MappingRun run, Node child, long copy, EditChange change)
    {
        var outer = run.Context.Focus;
        run.Context.Focus = child;
        change.Rules.Run(run, new Target(copy));
        run.Context.Focus = outer;
    }
}
