using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Writing;

/// <summary>A node of a resource being built: a value, or children grouped by property in the definition's order.</summary>
internal sealed class DraftNode(DraftNode? parent, DraftGroup? group, FhirType? type)
{
    private static readonly List<DraftGroup> NoGroups = [];

    private List<DraftGroup>? _groups;

    /// <summary>Handle that the builder gave it.</summary>
    public long Handle { get; set; }

    public DraftNode? Parent { get; } = parent;

    /// <summary>The list that it stands in; null for the root and for nodes that no definition knows.</summary>
    public DraftGroup? Group { get; set; } = group;

    /// <summary>Null while a choice or a resource is undecided, and for nodes that no definition knows.</summary>
    public FhirType? Type { get; set; } = type;

    /// <summary>Set for a choice whose type is not decided yet.</summary>
    public FhirElement? Undecided { get; init; }

    /// <summary>The <c>resourceType</c> of its parent, written by setting it.</summary>
    public bool IsResourceType { get; init; }

    public Value Value { get; set; }

    /// <summary>Never added to from outside; a list, so that walking it allocates nothing.</summary>
    public List<DraftGroup> Groups => _groups ?? NoGroups;

    /// <summary>True when nothing of it would be written.</summary>
    public bool IsEmpty
    {
        get
        {
            if (!Value.IsNone || (Type is { Kind: FhirTypeKind.Resource } && Parent is null))
            {
                return false;
            }

            return !HasContent;
        }
    }

    /// <summary>True when a child has something to write.</summary>
    public bool HasContent
    {
        get
        {
            foreach (var own in Groups)
            {
                foreach (var item in own.Items)
                {
                    if (!item.IsEmpty)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    public DraftGroup? Find(FhirProperty property)
    {
        foreach (var own in Groups)
        {
            if (own.Property == property)
            {
                return own;
            }
        }

        return null;
    }

    /// <summary>The group of a property, put at its place in the definition's order when new.</summary>
    public DraftGroup GroupFor(FhirProperty property)
    {
        if (Find(property) is { } found)
        {
            return found;
        }

        _groups ??= [];
        var added = new DraftGroup(property);
        var place = _groups.Count;
        while (place > 0 && _groups[place - 1].Property.Element.Order > property.Element.Order)
        {
            place--;
        }

        _groups.Insert(place, added);
        return added;
    }
}

/// <summary>The values of one property.</summary>
internal sealed class DraftGroup(FhirProperty property)
{
    public FhirProperty Property { get; } = property;

    public List<DraftNode> Items { get; } = new(1);
}
