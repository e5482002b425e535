using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>=</c>, <c>!=</c>, <c>~</c> and <c>!~</c>.</summary>
internal sealed class EqualityOperation(Operation left, Operation right, bool equivalence, bool negated) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var context = frame.Context;
        var first = context.Items.Rent();
        var second = context.Items.Rent();
        left.Evaluate(frame, first);
        right.Evaluate(frame, second);
        bool? result = equivalence ? Equivalence.Collections(context, first, second)
            : first.Count == 0 || second.Count == 0 ? null
            : Equality.Collections(context, first, second);
        into.Add(negated ? !result : result);
        context.Items.Return(first);
        context.Items.Return(second);
    }
}
