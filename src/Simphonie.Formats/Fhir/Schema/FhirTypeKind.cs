namespace Simphonie.Formats.Fhir.Schema;

/// <summary>What kind of type a row <c>T</c> of the facts declares.</summary>
public enum FhirTypeKind
{
    Primitive,
    Complex,

    /// <summary>A component of a resource or data type, named by its path: <c>Patient.contact</c>.</summary>
    Component,
    Resource,
}
