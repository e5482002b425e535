namespace Simphonie.Formats.Hl7v2.Acknowledgements;

/// <summary>A received acknowledgement (ACK, HL7 v2.5 chapter 2).</summary>
/// <param name="Code">MSA-1, table 0008: AA, AE, AR, CA, CE, CR.</param>
/// <param name="ControlId">MSA-2: MSH-10 of the message that is acknowledged.</param>
/// <param name="ErrorCodes">ERR-3.1 of each ERR, table 0357; empty when it has none.</param>
public sealed record Acknowledgement(string Code, string ControlId, IReadOnlyList<string> ErrorCodes);
