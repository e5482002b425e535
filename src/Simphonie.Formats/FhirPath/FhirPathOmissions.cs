namespace Simphonie.Formats.FhirPath;

/// <summary>One thing that expressions here do not have or do otherwise.</summary>
/// <param name="What">The function, operator or rule.</param>
/// <param name="Why">Why it is left out, or what is done instead.</param>
public sealed record FhirPathOmission(string What, string Why);

/// <summary>What of FHIRPath and of FHIR's additions is left out; <c>mappings/README.md</c> lists it from here.</summary>
public static class FhirPathOmissions
{
    public static IReadOnlyList<FhirPathOmission> All { get; } =
    [
        new("memberOf(), subsumes(), subsumedBy()", "They need a terminology server; code tables of mappings are asked with table()."),
        new("conformsTo(), elementDefinition(), slice(), checkModifiers()", "They need profiles, which the step validate checks."),
        new("resolve() outside the document", "Nothing is fetched while an expression runs: only the same Bundle and contained resources are looked through."),
        new("now(), today(), timeOfDay() by the clock", "They give the recorded time of the handling, so that a replay sees the same."),
        new("trace() printing", "The input is passed on; no value of a message is ever printed."),
        new("iif() on several items", "It takes one item or none, as later releases of the specification say."),
        new("UCUM in full", "The usual metric units and their products are known; another unit is only comparable with itself."),
        new("Date-times without offset", "They are read as Europe/Paris when compared with one that has an offset; the specification leaves it open."),
        new("defineVariable(), sort(), sum(), min(), max(), avg()", "Drafts of later releases; let: names values, aggregate() adds."),
    ];
}
