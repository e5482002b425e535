using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>
/// <c>count: IN1-1</c>: the next number of that path in this output, from 1; with <c>like</c> the number that another path was last given.
/// Set ids of a message composed of several sources stay in order this way.
/// </summary>
internal sealed class CountRule(IReadOnlyList<TargetStep> path, string counter, bool next, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var number = next ? run.Counters.Next(counter) : run.Counters.Current(counter);
        var node = TargetWalk.Make(run, target.Handle(run), path, append: false);
        run.Builder.Set(node, Value.Of(number));
        run.Lineage?.Begin();
        run.Lineage?.Note(node, Place);
    }
}
