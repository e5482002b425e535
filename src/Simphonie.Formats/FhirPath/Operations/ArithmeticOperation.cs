using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>+ - * / div mod &amp;</c>.</summary>
internal sealed class ArithmeticOperation(string symbol, Operation left, Operation right, Site site) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var hasFirst = Singletons.TryOne(frame, left, site, out var first);
        var hasSecond = Singletons.TryOne(frame, right, site, out var second);
        var one = hasFirst ? Reading.ValueOf(frame.Context, first) : Value.None;
        var other = hasSecond ? Reading.ValueOf(frame.Context, second) : Value.None;
        if (symbol == "&")
        {
            into.Add(new Item(Value.Of(one.Text + other.Text)));
            return;
        }

        if (!hasFirst || !hasSecond)
        {
            return;
        }

        switch (Arithmetic.Compute(symbol, one, other, out var result))
        {
            case ArithmeticOutcome.Done:
                into.Add(new Item(result));
                break;
            case ArithmeticOutcome.WrongTypes:
                site.Find(frame, FhirPathCodes.WrongOperand, first, $"{symbol} takes no {one.Kind} with {other.Kind}");
                break;
            case ArithmeticOutcome.OutOfRange:
                site.Find(frame, FhirPathCodes.OutOfRange, first);
                break;
        }
    }
}
