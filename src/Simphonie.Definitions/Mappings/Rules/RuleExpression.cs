using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>An expression of a rule. <paramref name="constant"/> is its value where that is the same for every message, null otherwise.</summary>
internal sealed class RuleExpression(Expression expression, IReadOnlyList<Item>? constant)
{
    /// <summary>What is known of its items before it runs.</summary>
    public InferredType Type => expression.Type;

    public void Evaluate(MappingRun run, List<Item> into) => Evaluate(run.Context, into);

    public void Evaluate(EvaluationContext context, List<Item> into)
    {
        if (constant is null)
        {
            expression.Evaluate(context, into);
            return;
        }

        for (var i = 0; i < constant.Count; i++)
        {
            into.Add(constant[i]);
        }
    }

    public bool IsTrue(MappingRun run) => expression.IsTrue(run.Context);
}
