using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>A named value for the rules below: an entry of <c>let</c>, or a parameter of a fragment.</summary>
internal sealed class LetRule(string name, RuleExpression value, Rule body, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var items = new List<Item>();
        run.Lineage?.Begin();
        value.Evaluate(run, items);
        using (Binding.Of(run, name, items))
        {
            run.Lineage?.Remember(name);
            body.Run(run, target);
        }
    }
}
