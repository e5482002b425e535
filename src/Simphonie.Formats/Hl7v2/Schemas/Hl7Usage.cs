namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>The usage codes of HL7 profiles; <see cref="Unknown"/> where the source says nothing.</summary>
public enum Hl7Usage
{
    Unknown,
    Optional,
    Required,
    RequiredIfKnown,
    Conditional,
    Forbidden,
}
