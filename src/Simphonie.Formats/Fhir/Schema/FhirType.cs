using System.Diagnostics.CodeAnalysis;

namespace Simphonie.Formats.Fhir.Schema;

/// <summary>A type of FHIR with its elements, those of its base types included.</summary>
public sealed class FhirType
{
    private readonly Dictionary<string, FhirElement> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FhirProperty> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FhirProperty>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    internal FhirType(int id, string name, FhirTypeKind kind, string? baseName, bool isAbstract, string? regex, IReadOnlyList<FhirElement> elements)
    {
        Id = id;
        Name = name;
        Kind = kind;
        BaseName = baseName;
        IsAbstract = isAbstract;
        Regex = regex;
        Elements = elements;
        Primitive = kind == FhirTypeKind.Primitive && Enum.TryParse<FhirPrimitive>(name, ignoreCase: true, out var primitive) ? primitive : FhirPrimitive.None;
        _bySpan = _properties.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Name { get; }

    public FhirTypeKind Kind { get; }

    public string? BaseName { get; }

    public FhirType? Base { get; internal set; }

    public bool IsAbstract { get; }

    public FhirPrimitive Primitive { get; }

    /// <summary>The definition's regular expression of a primitive, null for none.</summary>
    public string? Regex { get; }

    /// <summary>In the definition's order.</summary>
    public IReadOnlyList<FhirElement> Elements { get; }

    /// <summary>Invariants declared by this type; the base type has its own.</summary>
    public IReadOnlyList<FhirInvariant> Invariants { get; internal set; } = [];

    /// <summary>Position in <see cref="FhirSchema.Types"/>.</summary>
    internal int Id { get; }

    /// <summary>Finds an element by its name without <c>[x]</c>.</summary>
    public bool TryGetElement(string name, [NotNullWhen(true)] out FhirElement? element) => _elements.TryGetValue(name, out element);

    /// <summary>Finds an element by a property name of JSON (<c>valueQuantity</c>).</summary>
    public bool TryGetProperty(ReadOnlySpan<char> name, [NotNullWhen(true)] out FhirProperty? property) => _bySpan.TryGetValue(name, out property);

    /// <summary>True when this type is the named one or specializes it.</summary>
    public bool Is(string name)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    internal void Add(FhirProperty property)
    {
        _properties[property.Name] = property;
        _elements[property.Element.Name] = property.Element;
    }

    public override string ToString() => Name;
}
