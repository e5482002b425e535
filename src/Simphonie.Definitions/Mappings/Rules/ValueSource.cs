using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>What stands on the right of a rule: one expression, or several whose items follow each other.</summary>
internal sealed class ValueSource(IReadOnlyList<RuleExpression> expressions)
{
    public void Append(MappingRun run, List<Item> into)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            expressions[i].Evaluate(run, into);
        }
    }
}
