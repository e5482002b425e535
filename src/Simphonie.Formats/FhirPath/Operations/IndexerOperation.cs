using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>source[index]</c>, from 0.</summary>
internal sealed class IndexerOperation(Operation source, Operation index, Site site) : Operation
{
    public override Operation WithCleared() => new IndexerOperation(source.WithCleared(), index, site);

    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var position = Singletons.ValueOf(frame, index, site);
        if (position.Kind is not (ValueKind.Integer or ValueKind.Long))
        {
            if (!position.IsNone)
            {
                site.Find(frame, FhirPathCodes.WrongOperand, default, "the index is no integer");
            }

            return;
        }

        var items = frame.Context.Items.Rent();
        source.Evaluate(frame, items);
        if (position.Integer >= 0 && position.Integer < items.Count)
        {
            into.Add(items[(int)position.Integer]);
        }

        frame.Context.Items.Return(items);
    }
}
