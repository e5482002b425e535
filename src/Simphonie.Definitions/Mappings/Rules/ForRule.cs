using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary><c>for: expression</c>: once for each item. A node becomes the focus; with <c>as</c> the item is a variable too.</summary>
internal sealed class ForRule(RuleExpression each, string? variable, Rule body, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var items = run.RentItems();
        each.Evaluate(run, items);
        var outer = run.Context.Focus;
        run.EnterLoop();
        for (var i = 0; i < items.Count; i++)
        {
            run.NextOrdinal(i);
            RunFor(run, target, items[i], outer);
        }

        run.LeaveLoop();
        run.Context.Focus = outer;
        run.Return(items);
    }

    private void RunFor(MappingRun run, Target target, Item item, Node outer)
    {
        if (item.IsNode)
        {
            run.Context.Focus = item.Node;
        }
        else if (variable is null)
        {
            run.Findings.Add(MappingCodes.NotANode, Place, "the items of this 'for' are computed values; name them with 'as'");
            return;
        }

        if (variable is null)
        {
            body.Run(run, target);
            return;
        }

        using (Binding.Of(run, variable, [item]))
        {
            body.Run(run, target);
        }

        run.Context.Focus = outer;
    }
}
