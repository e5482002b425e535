using Simphonie.Formats.Fhir.Reading;

namespace Simphonie.Formats.Fhir.Inspecting;

/// <summary>Walks an index of JSON by name, without types. Node 0 is the root and stands for "none" among children.</summary>
internal readonly ref struct JsonTree(ReadOnlySpan<JsonNode> nodes, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<JsonNode> _nodes = nodes;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Count => _nodes.Length;

    public bool IsObject(int node) => node < _nodes.Length && _nodes[node].Kind == JsonKind.Object;

    public int FirstChild(int parent) => parent + 1 < _nodes.Length && _nodes[parent + 1].Parent == parent ? parent + 1 : 0;

    public int Next(int node) => _nodes[node].Next;

    /// <summary>The object that a property belongs to, or that the array belongs to which a node is an item of.</summary>
    public int OwnerOf(int node) => _nodes[node].Item >= 0 ? _nodes[_nodes[node].Parent].Parent : _nodes[node].Parent;

    /// <summary>The child of that name, 0 for none.</summary>
    public int Child(int parent, ReadOnlySpan<byte> name)
    {
        for (var child = FirstChild(parent); child != 0; child = _nodes[child].Next)
        {
            if (IsNamed(child, name))
            {
                return child;
            }
        }

        return 0;
    }

    /// <summary>The first item of an array, else the value itself; 0 for none.</summary>
    public int First(int node) => node != 0 && _nodes[node].Kind == JsonKind.Array ? FirstChild(node) : node;

    public bool IsNamed(int node, ReadOnlySpan<byte> name) => _bytes.Slice(_nodes[node].NameStart, _nodes[node].NameLength).SequenceEqual(name);

    /// <summary>The name of a node, or of the array that it is an item of.</summary>
    public bool IsOfList(int node, ReadOnlySpan<byte> name) => IsNamed(_nodes[node].Item >= 0 ? _nodes[node].Parent : node, name);

    /// <summary>Text of a child that is a string, null for none.</summary>
    public string? Text(int parent, ReadOnlySpan<byte> name)
    {
        var child = Child(parent, name);
        return child != 0 && _nodes[child].Kind is JsonKind.String or JsonKind.EscapedString
            ? JsonText.Decode(_bytes.Slice(_nodes[child].Start, _nodes[child].Length), _nodes[child].Kind == JsonKind.EscapedString)
            : null;
    }
}
