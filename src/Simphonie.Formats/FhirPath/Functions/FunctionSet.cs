namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>Where a function belongs; a scope says which sets it offers.</summary>
[Flags]
public enum FunctionSet
{
    /// <summary>The specification of FHIRPath, normative release 2, and what its trial-use parts add.</summary>
    Standard = 1,

    /// <summary>What FHIR R4 adds.</summary>
    Fhir = 2,

    /// <summary>What the hub adds for French formats.</summary>
    Hub = 4,

    /// <summary>What only a mapping offers: references, identifiers, tables.</summary>
    Mapping = 8,

    All = Standard | Fhir | Hub | Mapping,
}
