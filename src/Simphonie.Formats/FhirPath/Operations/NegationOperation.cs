using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>A minus sign.</summary>
internal sealed class NegationOperation(Operation operand, Site site) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        if (!Singletons.TryOne(frame, operand, site, out var item))
        {
            return;
        }

        var value = Reading.ValueOf(frame.Context, item);
        if (value.Kind == ValueKind.Quantity && Quantity.TryGet(value, out var quantity))
        {
            into.Add(new Item((quantity with { Number = -quantity.Number }).ToValue()));
        }
        else if (value.Kind is ValueKind.Integer && value.Integer != int.MinValue)
        {
            into.Add(new Item(Value.Of((int)-value.Integer)));
        }
        else if (value.Kind is ValueKind.Long or ValueKind.Integer && value.Integer != long.MinValue)
        {
            into.Add(new Item(Numbers.OfWhole(-value.Integer)));
        }
        else if (value.Kind == ValueKind.Decimal && Numbers.TryGet(value, out var number))
        {
            into.Add(new Item(Value.Of(-number)));
        }
        else
        {
            site.Find(frame, FhirPathCodes.WrongOperand, item, "only a number or a quantity takes a minus sign");
        }
    }
}
