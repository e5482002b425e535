using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>A compiled part of an expression. Immutable; several threads may evaluate it at once, each with its own context.</summary>
internal abstract class Operation
{
    /// <summary>Appends the result.</summary>
    public abstract void Evaluate(in Frame frame, List<Item> into);

    /// <summary>The same operation with cleared fields of HL7 v2 kept in its result, for <c>cleared()</c>.</summary>
    public virtual Operation WithCleared() => this;
}
