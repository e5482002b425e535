using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Core.Documents;

/// <summary>
/// A tree of named nodes that lies in memory: complex results of expressions (a Coding, a Period), rows of tables, JSON without a schema.
/// Immutable; made by <see cref="TreeBuilder"/>. A node's handle is its position in order of making, the root is 0.
/// </summary>
public sealed class TreeDocument : Document
{
    private readonly TreeEntry[] _entries;

    internal TreeDocument(string format, ISchema? schema, TreeEntry[] entries)
    {
        Format = format;
        Schema = schema;
        _entries = entries;
    }

    public override string Format { get; }

    public override ISchema? Schema { get; }

    public override Node Root => new(this, 0);

    public override IReadOnlyList<Diagnostic> Findings => [];

    public override string NameOf(long handle) => Entry(handle).Name;

    public override string? TypeOf(long handle) => Entry(handle).Type;

    public override NodeState StateOf(long handle)
    {
        ref readonly var entry = ref Entry(handle);
        return entry.Cleared ? NodeState.Cleared
            : entry.Value.IsNone && entry.FirstChild == 0 ? NodeState.Absent
            : NodeState.Valued;
    }

    public override Value ValueOf(long handle) => Entry(handle).Value;

    public override Place PlaceOf(long handle) => Entry(handle).Place;

    /// <summary>The parent of a node; none for the root.</summary>
    public Node ParentOf(long handle) => handle == 0 ? default : new Node(this, Entry(handle).Parent);

    public override void AppendChildren(long handle, string name, List<Node> into)
    {
        for (var child = Entry(handle).FirstChild; child != 0; child = _entries[child].NextSibling)
        {
            if (string.Equals(_entries[child].Name, name, StringComparison.Ordinal))
            {
                into.Add(new Node(this, child));
            }
        }
    }

    public override void AppendChildren(long handle, List<Node> into)
    {
        for (var child = Entry(handle).FirstChild; child != 0; child = _entries[child].NextSibling)
        {
            into.Add(new Node(this, child));
        }
    }

    private ref readonly TreeEntry Entry(long handle) => ref _entries[handle];
}
