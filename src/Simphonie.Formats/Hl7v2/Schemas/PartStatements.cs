namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>
/// The components of each field that a profile says more of than its data type does, with both statements put together. Made once for a schema:
/// a check of a message looks them up.
/// </summary>
internal sealed class PartStatements
{
    private readonly Dictionary<Hl7Element, IReadOnlyList<Hl7Element?>> _merged = new(ReferenceEqualityComparer.Instance);

    public PartStatements(IEnumerable<Hl7Composite> composites, IReadOnlyDictionary<string, Hl7Composite> types)
    {
        foreach (var field in composites.SelectMany(static composite => composite.Elements))
        {
            foreach (var component in Add(field, types) ?? [])
            {
                Add(component, types);
            }
        }
    }

    /// <summary>The parts of a value of this element, when it is of this type.</summary>
    public IReadOnlyList<Hl7Element?> Of(Hl7Element owner, Hl7Composite type) =>
        owner.Parts.Count == 0 ? type.Elements
        : owner.Type == type.Name && _merged.TryGetValue(owner, out var known) ? known
        : Merge(owner, type);

    private IReadOnlyList<Hl7Element?>? Add(Hl7Element? owner, IReadOnlyDictionary<string, Hl7Composite> types)
    {
        if (owner is not { Type: { } name, Parts.Count: > 0 } || !types.TryGetValue(name, out var type))
        {
            return null;
        }

        if (!_merged.TryGetValue(owner, out var merged))
        {
            _merged.Add(owner, merged = Merge(owner, type));
        }

        return merged;
    }

    private static Hl7Element?[] Merge(Hl7Element owner, Hl7Composite type)
    {
        var merged = type.Elements.ToArray();
        foreach (var closer in owner.Parts)
        {
            if (type[closer.Position] is not null)
            {
                merged[closer.Position - 1] = merged[closer.Position - 1]!.With(closer);
            }
        }

        return merged;
    }
}
