using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary><c>copy: expression</c>: each node as it stands, byte for byte where the format allows; then the rules of <c>set</c> change the copy.</summary>
internal sealed class CopyRule(RuleExpression source, IReadOnlyList<TargetStep>? path, RuleList changes, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var items = run.RentItems();
        source.Evaluate(run, items);
        foreach (var item in items)
        {
            if (item.IsNode)
            {
                CopyNode(run, target, item.Node);
            }
        }

        run.Return(items);
    }

    private void CopyNode(MappingRun run, Target target, Node node)
    {
        var parent = target.Handle(run);
        var copy = path is null ? run.Builder.Append(parent, node.Name) : TargetWalk.Make(run, parent, path, append: true);
        run.Builder.Copy(copy, node);
        run.Lineage?.NoteCopy(copy, Place, node);
        changes.Run(run, new Target(copy));
    }
}
