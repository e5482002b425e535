using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>item in collection</c>, and <c>collection contains item</c> with its sides exchanged.</summary>
internal sealed class MembershipOperation(Operation item, Operation collection, Site site) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var context = frame.Context;
        if (!Singletons.TryOne(frame, item, site, out var wanted))
        {
            return;
        }

        var items = context.Items.Rent();
        collection.Evaluate(frame, items);
        into.Add(Sets.Contains(context, items, wanted));
        context.Items.Return(items);
    }
}
