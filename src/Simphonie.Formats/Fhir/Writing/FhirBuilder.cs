using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Writing;

/// <summary>
/// Builds a resource: elements in the definition's order, lists as arrays, decimals as written. A choice is named as in JSON
/// (<c>valueQuantity</c>) or without its type (<c>value</c>), which the first value or child then decides. The type of a contained or Bundle
/// resource is the <c>type</c> of <see cref="Append"/>, or what is set to its <c>resourceType</c>.
/// </summary>
internal sealed class FhirBuilder : IDocumentBuilder
{
    private readonly FhirSchema _schema;
    private readonly List<DraftNode> _nodes = new(128);
    private readonly DiagnosticBag _findings = new();

    public FhirBuilder(FhirSchema schema, string? type)
    {
        _schema = schema;
        FhirType? root = null;
        if (type is not null && type != schema.RootType && !schema.TryGetType(type, out root))
        {
            _findings.Add(FhirCodes.NotBuildable, Place.Whole, $"FHIR R4 has no type {type}");
        }

        Register(new DraftNode(null, null, root));
    }

    public long Root => 0;

    public long Child(long parent, string name)
    {
        var owner = _nodes[(int)parent];
        return Existing(owner, name) ?? Add(owner, name, null);
    }

    public long Append(long parent, string name, string? type = null) => Add(_nodes[(int)parent], name, type);

    public void Set(long node, Value value)
    {
        var draft = _nodes[(int)node];
        if (draft.IsResourceType)
        {
            DecideResource(draft.Parent!, value.Text);
            return;
        }

        if (draft.Undecided is not null && draft.Type is null)
        {
            DecideByValue(draft, value);
        }

        if (draft.Type is null)
        {
            return;
        }

        if (draft.Type.Primitive == FhirPrimitive.None)
        {
            Fault(node, $"the type {draft.Type.Name} has no value of its own");
        }
        else if (PrimitiveConversion.TryConvert(value, draft.Type.Primitive, out var converted))
        {
            draft.Value = converted;
        }
        else
        {
            Fault(node, $"the value is not one of the type {draft.Type.Name}");
        }
    }

    public void Copy(long node, Node source)
    {
        if (source.Document is not FhirDocument)
        {
            Fault(node, "only a node of another FHIR resource can be copied");
            return;
        }

        var draft = _nodes[(int)node];
        if (draft.Type is null && source.Type is { } type)
        {
            DecideType(draft, type);
        }

        if (draft.Type is null)
        {
            return;
        }

        draft.Value = source.Value;
        var children = new List<Node>();
        source.Document.AppendChildren(source.Handle, children);
        foreach (var child in children)
        {
            var name = child.Name;
            Copy(Add(draft, name, child.Type), child);
        }
    }

    /// <summary>FHIR knows no cleared value: the element is left out.</summary>
    public void Clear(long node) => _nodes[(int)node].Value = Value.None;

    public string PathOf(long node)
    {
        var draft = _nodes[(int)node];
        if (draft.Parent is null)
        {
            return draft.Type?.Name ?? _schema.RootType;
        }

        var parent = PathOf(draft.Parent.Handle);
        if (draft.IsResourceType)
        {
            return parent + ".resourceType";
        }

        var name = draft.Group?.Property.Name ?? draft.Undecided?.Name ?? "(unknown)";
        return draft.Group?.Property.Element.IsList == true ? $"{parent}.{name}[{draft.Group.Items.IndexOf(draft)}]" : $"{parent}.{name}";
    }

    public Document Build(DiagnosticBag findings)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        if (_nodes[0].Type is null && !_findings.HasErrors)
        {
            Fault(0, "the resource type was never said");
        }

        new DraftWriter((draft, text) => Fault(draft.Handle, text)).Write(_nodes[0], buffer);
        findings.AddRange(_findings);
        return FhirDocument.Read(buffer.WrittenMemory, _schema);
    }

    /// <summary>The types that a value goes to by itself; a text goes to string before code, a number to decimal or integer.</summary>
    private static bool Natural(ValueKind kind, FhirPrimitive primitive) => kind switch
    {
        ValueKind.Boolean => primitive == FhirPrimitive.Boolean,
        ValueKind.Integer or ValueKind.Long => primitive is FhirPrimitive.Integer or FhirPrimitive.PositiveInt or FhirPrimitive.UnsignedInt or FhirPrimitive.Decimal,
        ValueKind.Decimal => primitive == FhirPrimitive.Decimal,
        ValueKind.Date => primitive is FhirPrimitive.Date or FhirPrimitive.DateTime,
        ValueKind.DateTime => primitive is FhirPrimitive.DateTime or FhirPrimitive.Instant,
        ValueKind.Time => primitive == FhirPrimitive.Time,
        _ => primitive is not (FhirPrimitive.Boolean or FhirPrimitive.Date or FhirPrimitive.DateTime or FhirPrimitive.Instant or FhirPrimitive.Time or FhirPrimitive.Decimal),
    };

    private long? Existing(DraftNode owner, string name)
    {
        foreach (var group in owner.Groups)
        {
            if ((group.Property.Name == name || group.Property.Element.Name == name) && group.Items.Count > 0)
            {
                return group.Items[0].Handle;
            }
        }

        return null;
    }

    private long Add(DraftNode owner, string name, string? type)
    {
        if (name == "resourceType" && owner.Type?.TryGetProperty(name, out _) != true)
        {
            return Register(new DraftNode(owner, null, null) { IsResourceType = true });
        }

        if (owner.Undecided is not null && owner.Type is null)
        {
            DecideByChild(owner, name);
        }

        if (owner.Type is null)
        {
            if (owner.Group is not null || owner.Parent is null)
            {
                Fault(owner.Handle, "the type of the resource must be said before its elements");
            }

            return Register(new DraftNode(owner, null, null));
        }

        if (owner.Type.TryGetProperty(name, out var property))
        {
            return AddTo(owner, property, type);
        }

        if (owner.Type.TryGetElement(name, out var element))
        {
            foreach (var candidate in element.Properties)
            {
                if (candidate.Type.Name == type)
                {
                    return AddTo(owner, candidate, null);
                }
            }

            return Register(new DraftNode(owner, null, null) { Undecided = element });
        }

        Fault(owner.Handle, $"{owner.Type.Name} has no element {name}");
        return Register(new DraftNode(owner, null, null));
    }

    private long AddTo(DraftNode owner, FhirProperty property, string? type)
    {
        var group = owner.GroupFor(property);
        var draft = new DraftNode(owner, group, property.Type is { Kind: FhirTypeKind.Resource, IsAbstract: true } ? null : property.Type);
        group.Items.Add(draft);
        var handle = Register(draft);
        if (draft.Type is null && type is not null)
        {
            DecideResource(draft, type);
        }
        else if (type is not null && draft.Type is not null && draft.Type.Name != type)
        {
            Fault(handle, $"the element is of type {draft.Type.Name}, not {type}");
        }

        return handle;
    }

    private void DecideType(DraftNode draft, string type)
    {
        if (draft.Undecided is null)
        {
            DecideResource(draft, type);
        }
        else
        {
            Decide(draft, property => property.Type.Name == type);
        }
    }

    private void DecideResource(DraftNode draft, string type)
    {
        if (draft.Type is not null)
        {
            if (draft.Type.Name != type)
            {
                Fault(draft.Handle, $"the resource is a {draft.Type.Name} already");
            }
        }
        else if (_schema.TryGetType(type, out var found) && found is { Kind: FhirTypeKind.Resource, IsAbstract: false })
        {
            draft.Type = found;
        }
        else
        {
            Fault(draft.Handle, "FHIR R4 has no such resource type");
        }
    }

    // Methods of their own, so that only a choice pays for the closure.
    private void DecideByValue(DraftNode draft, Value value) =>
        Decide(draft, property => PrimitiveConversion.TryConvert(value, property.Type.Primitive, out _) && Natural(value.Kind, property.Type.Primitive));

    private void DecideByChild(DraftNode draft, string name) =>
        Decide(draft, property => property.Type.TryGetProperty(name, out _) || property.Type.TryGetElement(name, out _));

    /// <summary>Gives an undecided choice its type: the first of the definition that the predicate takes.</summary>
    private void Decide(DraftNode draft, Func<FhirProperty, bool> takes)
    {
        foreach (var property in draft.Undecided!.Properties)
        {
            if (takes(property))
            {
                draft.Group = draft.Parent!.GroupFor(property);
                draft.Group.Items.Add(draft);
                draft.Type = property.Type;
                return;
            }
        }

        Fault(draft.Handle, $"no type of {draft.Undecided.Name} takes this");
    }

    private long Register(DraftNode node)
    {
        var handle = _nodes.Count;
        _nodes.Add(node);
        node.Handle = handle;
        return handle;
    }

    private void Fault(long node, string text) => _findings.Add(FhirCodes.NotBuildable, Place.InMessage(PathOf(node)), text);
}
