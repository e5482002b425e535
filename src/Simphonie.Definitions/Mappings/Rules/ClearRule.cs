using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary><c>clear: path</c>: writes HL7 v2 <c>""</c>, delete the value.</summary>
internal sealed class ClearRule(IReadOnlyList<TargetStep> path, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var node = TargetWalk.Make(run, target.Handle(run), path, append: false);
        run.Builder.Clear(node);
        run.Lineage?.Begin();
        run.Lineage?.Note(node, Place);
    }
}
