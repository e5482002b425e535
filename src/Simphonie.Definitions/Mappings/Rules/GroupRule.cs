using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>Several rules as one.</summary>
internal sealed class GroupRule(RuleList rules, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target) => rules.Run(run, target);
}
