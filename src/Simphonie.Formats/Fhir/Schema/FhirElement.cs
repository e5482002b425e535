namespace Simphonie.Formats.Fhir.Schema;

/// <summary>One element of a type, a choice of types as one (<c>value</c> for <c>value[x]</c>).</summary>
public sealed class FhirElement
{
    internal FhirElement(string name, bool isChoice, int min, int max, string[] types, string? binding, int order)
    {
        Name = name;
        IsChoice = isChoice;
        Min = min;
        Max = max;
        Types = types;
        Binding = binding;
        Order = order;
    }

    /// <summary>Name without <c>[x]</c>.</summary>
    public string Name { get; }

    public bool IsChoice { get; }

    public int Min { get; }

    /// <summary><see cref="int.MaxValue"/> for <c>*</c>.</summary>
    public int Max { get; }

    public bool IsList => Max > 1;

    public IReadOnlyList<string> Types { get; }

    /// <summary>Canonical URL of the value set of a required binding, null for none.</summary>
    public string? Binding { get; }

    /// <summary>Position among the elements of its type: the order that resources are written in.</summary>
    public int Order { get; }

    /// <summary>Invariants of the element itself; those of its type are with the type.</summary>
    public IReadOnlyList<FhirInvariant> Invariants { get; internal set; } = [];

    /// <summary>How the element is written in JSON: one property, or one for each type of a choice.</summary>
    public IReadOnlyList<FhirProperty> Properties { get; internal set; } = [];
}
