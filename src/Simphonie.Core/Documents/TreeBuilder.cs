using System.Runtime.InteropServices;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Core.Documents;

/// <summary>Makes one <see cref="TreeDocument"/>; of no further use after <see cref="Build"/>. Not thread-safe.</summary>
public sealed class TreeBuilder
{
    private readonly List<TreeEntry> _entries = [];
    private readonly string _format;
    private readonly ISchema? _schema;

    /// <param name="name">Name of the root.</param>
    /// <param name="type">Type of the root, such as <c>Coding</c>.</param>
    /// <param name="format">Format that the document calls itself.</param>
    /// <param name="schema">Schema that types are to be read with.</param>
    /// <param name="place">Where in the input the whole comes from.</param>
    public TreeBuilder(string name, string? type = null, string format = "tree", ISchema? schema = null, Place? place = null)
    {
        _format = format;
        _schema = schema;
        _entries.Add(new TreeEntry { Name = name, Type = type, Place = place ?? Place.Whole });
    }

    /// <summary>Handle of the root.</summary>
    public long Root => 0;

    /// <summary>Adds a child at the end of its parent's children and returns its handle.</summary>
    public long Add(long parent, string name, Value value = default, string? type = null, Place? place = null)
    {
        var handle = _entries.Count;
        var owner = (int)parent;
        _entries.Add(new TreeEntry { Name = name, Type = type, Value = value, Place = place ?? Place.Whole, Parent = owner });

        var entries = CollectionsMarshal.AsSpan(_entries);
        if (entries[owner].LastChild == 0)
        {
            entries[owner].FirstChild = handle;
        }
        else
        {
            entries[entries[owner].LastChild].NextSibling = handle;
        }

        entries[owner].LastChild = handle;
        return handle;
    }

    public void Set(long node, Value value) => CollectionsMarshal.AsSpan(_entries)[(int)node].Value = value;

    /// <summary>Marks the node as cleared: it has no value and says so.</summary>
    public void Clear(long node)
    {
        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[(int)node];
        entry.Value = Value.None;
        entry.Cleared = true;
    }

    /// <summary>Adds a copy of a node of any document, with all below it, under the given name; places are those of the original.</summary>
    public long Copy(long parent, string name, Node source)
    {
        var handle = Add(parent, name, source.Value, source.Type, source.Place);
        if (source.State == NodeState.Cleared)
        {
            Clear(handle);
        }

        var children = new List<Node>();
        source.Document.AppendChildren(source.Handle, children);
        foreach (var child in children)
        {
            Copy(handle, child.Name, child);
        }

        return handle;
    }

    public TreeDocument Build() => new(_format, _schema, [.. _entries]);
}
