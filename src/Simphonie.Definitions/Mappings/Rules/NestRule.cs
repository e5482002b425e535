using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>Rules below a path: <c>path:</c> with a list of rules, or <c>add: path</c> with <c>set:</c>. Nothing is made when none of them writes.</summary>
internal sealed class NestRule(IReadOnlyList<TargetStep> path, RuleList rules, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target) => rules.Run(run, new Target(target, path));
}
