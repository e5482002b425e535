namespace Simphonie.Formats.Fhir.Schema;

/// <summary>A property of JSON: an element with one of its types (<c>valueQuantity</c>).</summary>
public sealed class FhirProperty
{
    internal FhirProperty(string name, FhirElement element, FhirType type, int id)
    {
        Name = name;
        Element = element;
        Type = type;
        Id = id;
    }

    public string Name { get; }

    public FhirElement Element { get; }

    public FhirType Type { get; }

    /// <summary>Position in <see cref="FhirSchema.Properties"/>.</summary>
    internal int Id { get; }
}
