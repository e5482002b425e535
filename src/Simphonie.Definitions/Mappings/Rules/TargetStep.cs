namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>One step of a path in the output.</summary>
/// <param name="Name">Element, segment, field or component name as the output's schema has it.</param>
/// <param name="IsList">The schema allows several: each value makes a new one.</param>
/// <param name="Type">Type to make where the schema leaves a choice; null otherwise.</param>
/// <param name="InPlace">A list of HL7 v2 repetitions: the first value takes the place of the first repetition.</param>
/// <param name="ExtensionUrl">Url of the FHIR extension that the step makes; null for anything else.</param>
internal sealed record TargetStep(string Name, bool IsList, bool InPlace = false, string? Type = null, string? ExtensionUrl = null);
