using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary><c>if: expression</c>: only when the single item true comes out.</summary>
internal sealed class IfRule(RuleExpression condition, Rule body, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        if (condition.IsTrue(run))
        {
            body.Run(run, target);
        }
    }
}
