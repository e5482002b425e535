using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath;

/// <summary>A compiled expression. Immutable, thread-safe.</summary>
public abstract class Expression
{
    /// <summary>As it was written.</summary>
    public abstract string Text { get; }

    /// <summary>What is known of its result before it runs.</summary>
    public virtual InferredType Type => InferredType.Unknown;

    /// <summary>
    /// Evaluates into a list of items. Bad data (several where one is needed, a type that does not fit) is a finding in the context and gives empty.
    /// </summary>
    public abstract void Evaluate(EvaluationContext context, List<Item> into);

    /// <summary>True when the result is the single item true; empty and anything else is false.</summary>
    public abstract bool IsTrue(EvaluationContext context);

    /// <summary>The text of the single primitive result, null when empty; several are a finding and null.</summary>
    public abstract string? Text1(EvaluationContext context);
}
