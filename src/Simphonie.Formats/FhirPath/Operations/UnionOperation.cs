using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>left | right</c>: both, without duplicates.</summary>
internal sealed class UnionOperation(Operation left, Operation right) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var items = frame.Context.Items.Rent();
        left.Evaluate(frame, items);
        right.Evaluate(frame, items);
        Sets.Distinct(frame.Context, items, into);
        frame.Context.Items.Return(items);
    }
}
