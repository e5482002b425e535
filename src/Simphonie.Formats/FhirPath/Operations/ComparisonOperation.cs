using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> and <c>&gt;=</c>.</summary>
internal sealed class ComparisonOperation(string symbol, Operation left, Operation right, Site site) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var hasFirst = Singletons.TryOne(frame, left, site, out var first);
        if (!Singletons.TryOne(frame, right, site, out var second) || !hasFirst)
        {
            return;
        }

        var one = Reading.ValueOf(frame.Context, first);
        var other = Reading.ValueOf(frame.Context, second);
        if (!Ordering.TryCompare(one, other, out var order))
        {
            site.Find(frame, FhirPathCodes.WrongOperand, first, $"{one.Kind} and {other.Kind} have no common order");
            return;
        }

        into.Add(order is null ? null : symbol switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        });
    }
}
