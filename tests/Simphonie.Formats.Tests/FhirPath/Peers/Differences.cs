namespace Simphonie.Formats.Tests.FhirPath.Peers;

/// <summary>Where the hub and npm <c>fhirpath</c> 5.1.1 differ, and why the hub stays as it is.</summary>
internal static class Differences
{
    public static readonly IReadOnlyDictionary<string, string> Explained = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["(1 | 2) ~ (2 | 1)"] = "equivalence of collections does not depend on their order (6.1.2)",
        ["(1 | 2 | 3).skip(-1)"] = "a number of 0 or less leaves the input as it is (5.3.6); the peer counts from the end",
        ["@2012-04-15T10:00:00Z + 2 hours"] = "the same instant; the hub keeps the offset that was written",
        ["text.div.exists()"] = "the peer's grammar keeps div for the operator; behind a dot only a name can stand, so the hub reads it",
        ["name.iif(count() > 2, 'many', 'few')"] = "the hub takes one input or none, as later releases of the specification say: $this is then what it seems to be",
        ["%resource.id"] = "%resource is the focus where nothing else was given; the peer must be given it",
        ["code.coding.where(system = %loinc).display"] = "%loinc is fixed by FHIR (R4, 2.9.1.5); the peer must be given it",
        ["(value.value * 2).toInteger()"] = "185 is a decimal in FHIR, and a decimal does not convert to an integer (5.5.3); the peer has one kind of number",
        ["component.value.select(value & ' ' & unit)"] = "& takes the text of its operands only as strings there; the hub takes any primitive, as in value.toString() & unit",
    };
}
