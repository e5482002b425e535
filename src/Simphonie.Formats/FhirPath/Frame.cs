using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath;

/// <summary>Where an operation is evaluated: the context and what <c>$this</c>, <c>$index</c> and <c>$total</c> mean there.</summary>
internal readonly struct Frame
{
    public Frame(EvaluationContext context, Item @this)
    {
        Context = context;
        This = @this;
        Anchor = @this.Node;
        Total = null;
    }

    private Frame(in Frame outer, Item @this, int index, List<Item>? total)
    {
        Context = outer.Context;
        This = @this;
        Index = index;
        Total = total;
        Anchor = @this.IsNode && (@this.Node.Document is IAddressable || outer.Anchor.IsNone) ? @this.Node : outer.Anchor;
    }

    public EvaluationContext Context { get; }

    /// <summary>The item under the loop, or the focus; none (no node, no value) where there is nothing.</summary>
    public Item This { get; }

    public int Index { get; }

    public List<Item>? Total { get; }

    /// <summary>The innermost node that addresses of HL7 v2 are read from.</summary>
    public Node Anchor { get; }

    public Frame Inner(Item item, int index = 0) => new(this, item, index, Total);

    public Frame Inner(Item item, int index, List<Item> total) => new(this, item, index, total);
}
