namespace Simphonie.Core.Documents;

/// <summary>One item of an expression's collection: a node of a document, or a computed value.</summary>
public readonly struct Item
{
    private readonly Value _value;

    public Item(Node node) => Node = node;

    public Item(Value value) => _value = value;

    /// <summary>The node; none when the item was computed.</summary>
    public Node Node { get; }

    public bool IsNode => !Node.IsNone;

    /// <summary>The primitive value of the node or the computed value.</summary>
    public Value Value => IsNode ? Node.Value : _value;

    public override string ToString() => IsNode ? Node.ToString() : _value.ToString();
}
