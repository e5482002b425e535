using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>An expression of a rule.</summary>
internal sealed class RuleExpression(Expression expression)
{
    /// <summary>What is known of its items before it runs.</summary>
    public InferredType Type => expression.Type;

    public void Evaluate(MappingRun run, List<Item> into) => expression.Evaluate(run.Context, into);

    public void Evaluate(EvaluationContext context, List<Item> into) => expression.Evaluate(context, into);

    public bool IsTrue(MappingRun run) => expression.IsTrue(run.Context);
}
