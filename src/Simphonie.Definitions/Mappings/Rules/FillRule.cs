using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary><c>fill: expression</c>: the contents of one node become those of the element at hand; rules behind it change them.</summary>
internal sealed class FillRule(RuleExpression source, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var items = run.RentItems();
        source.Evaluate(run, items);
        if (items.Count > 1)
        {
            run.Findings.Add(MappingCodes.SeveralValues, Place, "an element is filled from one node; the rule gives several");
        }
        else if (items.Count == 1 && items[0].IsNode)
        {
            var node = target.Handle(run);
            run.Builder.Copy(node, items[0].Node);
            run.Lineage?.NoteCopy(node, Place, items[0].Node);
        }

        run.Return(items);
    }
}
