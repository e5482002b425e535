using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Fhir.Reading;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir;

/// <summary>
/// A FHIR resource over its JSON bytes. Items of an array are nodes, the array itself is not; a primitive has the id and extensions of its
/// <c>_name</c> as children; <c>resourceType</c> answers to its name but is not among all children.
/// </summary>
public sealed class FhirDocument : Document, IWritableDocument
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ArraySegment<JsonNode> _nodes;
    private readonly FhirSchema? _schema;
    private readonly List<Diagnostic> _findings = [];

    private FhirDocument(ReadOnlyMemory<byte> bytes, FhirSchema? schema)
    {
        _bytes = bytes;
        _schema = schema;
        (var nodes, var faults) = JsonIndexer.Index(bytes.Span);
        _nodes = nodes.Count > 0 ? nodes : new ArraySegment<JsonNode>([new JsonNode { Kind = JsonKind.Null, Parent = -1, Item = -1, Property = -1, Type = -1 }]);
        new TypeResolver(_nodes, bytes.Span, schema).Resolve();
        foreach (var fault in faults)
        {
            _findings.Add(Diagnostic.Of(fault.Code, Place.InMessage(PathOf(fault.Node), fault.Offset), fault.Text));
        }

        CheckResources();
    }

    public override string Format => FhirFormat.FormatName;

    public override ISchema? Schema => _schema;

    public override Node Root => new(this, 0);

    public override IReadOnlyList<Diagnostic> Findings => _findings;

    internal FhirSchema? Facts => _schema;

    internal ReadOnlySpan<JsonNode> Nodes => _nodes;

    internal ReadOnlySpan<byte> Bytes => _bytes.Span;

    internal ReadOnlyMemory<byte> Memory => _bytes;

    public static FhirDocument Read(ReadOnlyMemory<byte> bytes, FhirSchema? schema) => new(bytes, schema);

    public override string NameOf(long handle)
    {
        var named = Named((int)handle);
        ref readonly var node = ref Nodes[named];
        if (node.NameLength == 0)
        {
            return TypeOf(0) ?? "Resource";
        }

        return node.Property >= 0 ? _schema!.Properties[node.Property].Name : JsonName(node)[(node.IsCompanion ? 1 : 0)..];
    }

    public override string? TypeOf(long handle)
    {
        ref readonly var node = ref Nodes[(int)handle];
        return node.Type >= 0 ? _schema!.Types[node.Type].Name : null;
    }

    public override NodeState StateOf(long handle)
    {
        ref readonly var node = ref Nodes[(int)handle];
        return node.Kind == JsonKind.Null && node.Companion == 0 ? NodeState.Absent : NodeState.Valued;
    }

    public override Value ValueOf(long handle) => FhirValue.Of(this, (int)handle);

    public override Place PlaceOf(long handle)
    {
        ref readonly var node = ref Nodes[(int)handle];
        return Place.InMessage(PathOf((int)handle), node.Kind is JsonKind.String or JsonKind.EscapedString ? node.Start - 1 : node.Start);
    }

    public override void AppendChildren(long handle, string name, List<Node> into)
    {
        var parent = (int)handle;
        FhirElement? element = null;
        ref readonly var owner = ref Nodes[parent];
        if (owner.Type >= 0)
        {
            _schema!.Types[owner.Type].TryGetElement(name, out element);
        }

        AppendNamed(parent, name, element, into);
        if (owner.Companion != 0)
        {
            AppendNamed(owner.Companion, name, element, into);
        }
    }

    public override void AppendChildren(long handle, List<Node> into)
    {
        var parent = (int)handle;
        AppendNamed(parent, null, null, into);
        if (Nodes[parent].Companion != 0)
        {
            AppendNamed(Nodes[parent].Companion, null, null, into);
        }
    }

    /// <summary>The bytes as they were read.</summary>
    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(_bytes.Span);

    /// <summary>The type of a node in the schema, null when unknown.</summary>
    internal FhirType? TypeAt(int index) => _nodes[index].Type >= 0 ? _schema!.Types[_nodes[index].Type] : null;

    internal int FirstChild(int parent) => parent + 1 < _nodes.Count && _nodes[parent + 1].Parent == parent ? parent + 1 : 0;

    internal string TextOf(in JsonNode node) => JsonText.Decode(Bytes.Slice(node.Start, node.Length), node.Kind == JsonKind.EscapedString);

    internal string JsonName(in JsonNode node) => JsonText.Decode(Bytes.Slice(node.NameStart, node.NameLength), node.NameEscaped);

    internal string PathOf(int index)
    {
        var parts = new List<string>();
        for (var current = index; current > 0;)
        {
            var named = Named(current);
            ref readonly var node = ref Nodes[named];
            if (node.NameLength == 0)
            {
                break;
            }

            var name = SafeName(node);
            var item = Nodes[current].Item;
            parts.Add(name + (named != current && item >= 0 ? $"[{item}]" : ""));
            current = node.Parent;
        }

        var path = new StringBuilder(TypeOf(0) ?? "Resource");
        for (var part = parts.Count - 1; part >= 0; part--)
        {
            path.Append('.').Append(parts[part]);
        }

        return path.ToString();
    }

    /// <summary>Name for a path: a name that no definition knows stands in it only when it looks like one, since a sender may write anything there.</summary>
    private string SafeName(in JsonNode node)
    {
        if (node.Property >= 0)
        {
            return _schema!.Properties[node.Property].Name;
        }

        var name = JsonName(node)[(node.IsCompanion ? 1 : 0)..];
        return name.Length is > 0 and <= 40 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit) ? name : "(unnamed)";
    }

    /// <summary>The node that bears the name: the node itself, or the array above an item.</summary>
    private int Named(int index)
    {
        while (_nodes[index].Item >= 0 && _nodes[index].Parent >= 0)
        {
            index = _nodes[index].Parent;
        }

        return index;
    }

    private void AppendNamed(int parent, string? name, FhirElement? element, List<Node> into)
    {
        for (var child = FirstChild(parent); child != 0; child = Nodes[child].Next)
        {
            ref readonly var node = ref Nodes[child];
            if (name is null ? !IsResourceType(node) : Matches(node, name, element))
            {
                AppendValues(child, into);
            }
        }
    }

    private void AppendValues(int index, List<Node> into)
    {
        ref readonly var node = ref Nodes[index];
        if (node.Kind != JsonKind.Array)
        {
            AppendValue(index, into);
            return;
        }

        for (var item = FirstChild(index); item != 0; item = Nodes[item].Next)
        {
            AppendValue(item, into);
        }
    }

    private void AppendValue(int index, List<Node> into)
    {
        ref readonly var node = ref Nodes[index];
        if (node.IsCompanion ? node.StandsAlone : node.Kind != JsonKind.Null || node.Companion != 0)
        {
            into.Add(new Node(this, index));
        }
    }

    private bool Matches(in JsonNode node, string name, FhirElement? element)
    {
        if (element is not null && node.Property >= 0)
        {
            return _schema!.Properties[node.Property].Element == element;
        }

        var bytes = Bytes.Slice(node.NameStart, node.NameLength);
        if (node.IsCompanion)
        {
            bytes = bytes[1..];
        }

        return node.NameEscaped ? JsonText.Decode(bytes, escaped: true) == name : Ascii.Equals(bytes, name) || (!Ascii.IsValid(bytes) && Encoding.UTF8.GetString(bytes) == name);
    }

    /// <summary>The type's name stands among the properties and is no element; ExampleScenario.instance has an element of that name.</summary>
    internal bool IsResourceType(in JsonNode node) => node.Property < 0 && Bytes.Slice(node.NameStart, node.NameLength).SequenceEqual("resourceType"u8);

    /// <summary>Every object that stands where a resource must names a resource type of the release.</summary>
    private void CheckResources()
    {
        if (Nodes[0].Kind != JsonKind.Object)
        {
            if (_findings.Count == 0)
            {
                _findings.Add(Diagnostic.Of(FhirCodes.NotAResource, Place.Whole, "a FHIR message is one JSON object"));
            }

            return;
        }

        for (var index = 0; index < _nodes.Count && _schema is not null; index++)
        {
            ref readonly var node = ref Nodes[index];
            if (node.Kind == JsonKind.Object && node.Type < 0 && (index == 0 || (node.Property >= 0 && _schema.Properties[node.Property].Type.Kind == FhirTypeKind.Resource)))
            {
                var named = new List<Node>();
                AppendNamed(index, "resourceType", null, named);
                _findings.Add(named.Count == 0
                    ? Diagnostic.Of(FhirCodes.NotAResource, PlaceOf(index), "the object has no resourceType")
                    : Diagnostic.Of(FhirCodes.UnknownResource, PlaceOf(named[0].Handle), $"the resource type is not one of FHIR {_schema.Header.Version}"));
            }
        }
    }
}
