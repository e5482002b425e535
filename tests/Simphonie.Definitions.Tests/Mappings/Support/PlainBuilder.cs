using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>Builds a <see cref="TreeDocument"/>.</summary>
internal sealed class PlainBuilder(string format, ISchema? schema, string root) : IDocumentBuilder
{
    private readonly TreeBuilder _tree = new(root, root, format, schema);
    private readonly Dictionary<(long Parent, string Name), List<long>> _children = [];
    private readonly Dictionary<long, string> _paths = new() { [0] = root };
    private readonly Dictionary<long, string?> _types = new() { [0] = root };

    public long Root => 0;

    public long Child(long parent, string name) => _children.TryGetValue((parent, name), out var list) ? list[0] : Append(parent, name);

    public long Append(long parent, string name, string? type = null)
    {
        var list = _children.TryGetValue((parent, name), out var known) ? known : _children[(parent, name)] = [];
        var known2 = schema is not null && _types[parent] is { } owner && schema.TryGetElement(owner, name, out var element) ? element.Types[0] : type;
        var place = Place.InMessage($"{_paths[parent]}.{name}[{list.Count}]");
        var node = _tree.Add(parent, name, type: known2, place: place);
        list.Add(node);
        _paths[node] = place.Path!;
        _types[node] = known2;
        return node;
    }

    public void Set(long node, Value value) => _tree.Set(node, value);

    public void Copy(long node, Node source)
    {
        if (!source.Value.IsNone)
        {
            _tree.Set(node, source.Value);
        }

        var children = new List<Node>();
        source.Document.AppendChildren(source.Handle, children);
        foreach (var child in children)
        {
            Copy(Append(node, child.Name), child);
        }
    }

    public void Clear(long node) => _tree.Clear(node);

    public string PathOf(long node) => _paths[node];

    public Document Build(DiagnosticBag findings) => _tree.Build();
}
