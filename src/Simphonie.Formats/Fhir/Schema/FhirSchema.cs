using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Fhir.Schema;

/// <summary>
/// The facts of a FHIR release: types, elements, required bindings and invariants, as generated from its definitions
/// (<c>schemas/fhir</c>). Immutable once read.
/// </summary>
public sealed class FhirSchema : ISchema
{
    private readonly Dictionary<string, FhirType> _byName;
    private readonly Dictionary<string, FhirType>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, FhirValueSet> _valueSets;

    internal FhirSchema(SchemaHeader header, IReadOnlyList<FhirType> types, IReadOnlyList<FhirProperty> properties, Dictionary<string, FhirValueSet> valueSets)
    {
        Header = header;
        Types = types;
        Properties = properties;
        _valueSets = valueSets;
        _byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public SchemaHeader Header { get; }

    public string Format => FhirFormat.FormatName;

    /// <summary>Any resource; a reference such as <c>fhir/r4#Bundle</c> narrows it.</summary>
    public string RootType => "Resource";

    /// <summary>All types, ordered by name of the type that declares them.</summary>
    public IReadOnlyList<FhirType> Types { get; }

    internal IReadOnlyList<FhirProperty> Properties { get; }

    public bool HasType(string type) => _byName.ContainsKey(type);

    public bool TryGetType(string name, [NotNullWhen(true)] out FhirType? type) => _byName.TryGetValue(name, out type);

    public bool TryGetType(ReadOnlySpan<char> name, [NotNullWhen(true)] out FhirType? type) => _bySpan.TryGetValue(name, out type);

    public bool TryGetValueSet(string url, [NotNullWhen(true)] out FhirValueSet? valueSet) => _valueSets.TryGetValue(url, out valueSet);

    /// <summary>Finds an element by its name, and one of several types also by its JSON name (<c>value</c> and <c>valueQuantity</c>).</summary>
    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        if (_byName.TryGetValue(type, out var found))
        {
            if (found.TryGetElement(name, out var own))
            {
                element = new SchemaElement(own.Name, own.Types, own.Min, own.Max);
                return true;
            }

            if (found.TryGetProperty(name, out var property))
            {
                element = new SchemaElement(property.Name, [property.Type.Name], 0, property.Element.Max);
                return true;
            }
        }

        element = default;
        return false;
    }

    public IReadOnlyList<string> ElementNames(string type) =>
        _byName.TryGetValue(type, out var found) ? [.. found.Elements.Select(element => element.Name)] : [];
}
