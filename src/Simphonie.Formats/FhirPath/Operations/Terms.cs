using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>A constant.</summary>
internal sealed class LiteralOperation(Value value) : Operation
{
    private readonly Item _item = new(value);

    public override void Evaluate(in Frame frame, List<Item> into) => into.Add(_item);
}

/// <summary><c>{}</c>.</summary>
internal sealed class EmptyOperation : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
    }
}

/// <summary><c>$this</c>, and the input of a function that is written without one.</summary>
internal sealed class ThisOperation : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        if (frame.This.IsNode || !frame.This.Value.IsNone)
        {
            into.Add(frame.This);
        }
    }
}

/// <summary><c>$index</c>.</summary>
internal sealed class IndexOperation : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into) => into.Add(new Item(Value.Of(frame.Index)));
}

/// <summary><c>$total</c>.</summary>
internal sealed class TotalOperation : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        if (frame.Total is { } total)
        {
            into.AddRange(total);
        }
    }
}
