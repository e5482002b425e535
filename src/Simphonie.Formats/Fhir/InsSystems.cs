namespace Simphonie.Formats.Fhir;

/// <summary>The assigning authorities of the INS as <c>Identifier.system</c> (ANS, référentiel INS), and what tells an INS from other identifiers.</summary>
public static class InsSystems
{
    public const string Nir = "urn:oid:1.2.250.1.213.1.4.8";

    public const string Nia = "urn:oid:1.2.250.1.213.1.4.9";

    public const string TestNir = "urn:oid:1.2.250.1.213.1.4.10";

    public const string DemoNir = "urn:oid:1.2.250.1.213.1.4.11";

    /// <summary>Code system of <c>Identifier.type</c> in FR Core, whose codes <c>INS-NIR</c> and <c>INS-NIA</c> say that an identifier is an INS.</summary>
    public const string TypeSystem = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";

    public static bool IsIns(string? system) => system is Nir or Nia or TestNir or DemoNir;
}
