using System.Text;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Reading;

/// <summary>
/// Gives each node of the index its property and type, and ties <c>_birthDate</c> to <c>birthDate</c>. Parents come before children
/// in the index, so one pass does it.
/// </summary>
internal readonly ref struct TypeResolver(Span<JsonNode> nodes, ReadOnlySpan<byte> bytes, FhirSchema? schema)
{
    private readonly Span<JsonNode> _nodes = nodes;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public void Resolve()
    {
        if (_nodes.Length == 0)
        {
            return;
        }

        _nodes[0].Type = ResourceType(0);
        for (var index = 0; index < _nodes.Length; index++)
        {
            if (_nodes[index].Kind == JsonKind.Object)
            {
                ResolveProperties(index);
            }
        }
    }

    private void ResolveProperties(int parent)
    {
        ref readonly var owner = ref _nodes[parent];
        var type = owner.Type >= 0 ? schema!.Types[owner.Type] : null;
        var hasCompanions = false;
        for (var child = FirstChild(parent); child != 0; child = _nodes[child].Next)
        {
            ref var node = ref _nodes[child];
            node.IsCompanion = node.NameLength > 1 && _bytes[node.NameStart] == '_';
            hasCompanions |= node.IsCompanion;
            Classify(child, type);
        }

        if (hasCompanions)
        {
            TieCompanions(parent);
        }
    }

    /// <summary>Property and type of a value; items of an array have those of the array.</summary>
    private void Classify(int index, FhirType? parent)
    {
        ref var node = ref _nodes[index];
        if (parent is not null && TryProperty(parent, node, out var property) && (!node.IsCompanion || property.Type.Kind == FhirTypeKind.Primitive))
        {
            node.Property = property.Id;
            node.Type = property.Type.Id;
        }

        if (node.Kind == JsonKind.Object)
        {
            Narrow(ref node, index);
        }
        else if (node.Kind == JsonKind.Array)
        {
            for (var item = FirstChild(index); item != 0; item = _nodes[item].Next)
            {
                ref var element = ref _nodes[item];
                element.Property = node.Property;
                element.Type = node.Type;
                element.IsCompanion = node.IsCompanion;
                if (element.Kind == JsonKind.Object)
                {
                    Narrow(ref element, item);
                }
            }
        }
    }

    /// <summary>An element of type Resource has the type that its resourceType names.</summary>
    private void Narrow(ref JsonNode node, int index)
    {
        if (node.Type >= 0 && schema!.Types[node.Type] is { Kind: FhirTypeKind.Resource, IsAbstract: true })
        {
            node.Type = ResourceType(index);
        }
    }

    private int ResourceType(int index)
    {
        if (schema is null || _nodes[index].Kind != JsonKind.Object)
        {
            return -1;
        }

        for (var child = FirstChild(index); child != 0; child = _nodes[child].Next)
        {
            ref readonly var node = ref _nodes[child];
            if (node.Kind == JsonKind.String && _bytes.Slice(node.NameStart, node.NameLength).SequenceEqual("resourceType"u8))
            {
                Span<char> name = stackalloc char[64];
                return node.Length <= name.Length
                    && Encoding.UTF8.TryGetChars(_bytes.Slice(node.Start, node.Length), name, out var written)
                    && schema.TryGetType(name[..written], out var type)
                    && type is { Kind: FhirTypeKind.Resource, IsAbstract: false }
                        ? type.Id
                        : -1;
            }
        }

        return -1;
    }

    private bool TryProperty(FhirType parent, in JsonNode node, out FhirProperty property)
    {
        Span<char> name = stackalloc char[128];
        var start = node.IsCompanion ? 1 : 0;
        var written = _bytes.Slice(node.NameStart + start, node.NameLength - start);
        if (node.NameEscaped)
        {
            return parent.TryGetProperty(JsonText.Decode(written, escaped: true), out property!);
        }

        property = null!;
        return written.Length <= name.Length
            && Encoding.UTF8.TryGetChars(written, name, out var length)
            && parent.TryGetProperty(name[..length], out property!);
    }

    private void TieCompanions(int parent)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var child = FirstChild(parent); child != 0; child = _nodes[child].Next)
        {
            if (!_nodes[child].IsCompanion)
            {
                values[NameOf(_nodes[child])] = child;
            }
        }

        for (var child = FirstChild(parent); child != 0; child = _nodes[child].Next)
        {
            if (_nodes[child].IsCompanion)
            {
                Tie(child, values.GetValueOrDefault(NameOf(_nodes[child])[1..]));
            }
        }
    }

    /// <summary>Ties a companion, or item by item the companions of a list, to the value of the same name; 0 for none.</summary>
    private void Tie(int companion, int value)
    {
        if (_nodes[companion].Kind != JsonKind.Array)
        {
            TieOne(companion, value != 0 && _nodes[value].Kind != JsonKind.Array ? value : 0);
            return;
        }

        var item = value != 0 && _nodes[value].Kind == JsonKind.Array ? FirstChild(value) : 0;
        for (var child = FirstChild(companion); child != 0; child = _nodes[child].Next)
        {
            TieOne(child, item);
            item = item == 0 ? 0 : _nodes[item].Next;
        }
    }

    private void TieOne(int companion, int value)
    {
        if (_nodes[companion].Kind != JsonKind.Object)
        {
            return;
        }

        if (value == 0)
        {
            _nodes[companion].StandsAlone = true;
        }
        else
        {
            _nodes[value].Companion = companion;
        }
    }

    private string NameOf(in JsonNode node) => JsonText.Decode(_bytes.Slice(node.NameStart, node.NameLength), node.NameEscaped);

    private int FirstChild(int parent) => parent + 1 < _nodes.Length && _nodes[parent + 1].Parent == parent ? parent + 1 : 0;
}
