namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>A trigger event that the national document names.</summary>
/// <param name="Code">Such as <c>A01</c>.</param>
/// <param name="StructureName">Such as <c>ADT_A01</c>; null where sources disagree.</param>
/// <param name="Profile"><c>ITI-30</c> (identities) or <c>ITI-31</c> (movements), null for none.</param>
/// <param name="Section">Clause of the source.</param>
/// <param name="Basis">Whether the structure is <c>stated</c>, <c>derived</c> (HL7 with national segments), <c>hl7</c>, <c>vendor</c> or <c>open</c>.</param>
/// <param name="Action">What the event does, in the words of the source.</param>
/// <param name="Structure">Its segments; null where the source gives none.</param>
public sealed record Hl7Event(string Code, string? StructureName, string? Profile, string Section, string Basis, string Action, Hl7Structure? Structure);
