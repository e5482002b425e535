using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Fhir;

/// <summary>Codes of what can be wrong with FHIR messages and with the facts they are read by.</summary>
public static class FhirCodes
{
    public static readonly DiagnosticCode NotJson = new("SIM2201", Severity.Error, "The message is not JSON.", "Send one JSON object; the offset says where reading stopped.");

    public static readonly DiagnosticCode NotUtf8 = new("SIM2202", Severity.Error, "The message is not UTF-8.", "FHIR JSON is always UTF-8; convert the text before sending.");

    public static readonly DiagnosticCode TooDeep = new("SIM2203", Severity.Error, "The JSON is nested deeper than 64 levels.", "Flatten the resource; no resource of the canonical set needs that depth.");

    public static readonly DiagnosticCode DuplicateProperty = new("SIM2204", Severity.Error, "A JSON property stands twice in one object.", "Send each property once; a list is a JSON array.");

    public static readonly DiagnosticCode NumberOutOfBounds = new("SIM2205", Severity.Error, "A number is too long or too large.", "Numbers have at most 64 characters and an exponent between -308 and 308; an integer has 32 bits.");

    public static readonly DiagnosticCode NotAResource = new("SIM2206", Severity.Error, "An object that should be a resource has no resourceType.", "Name the resource type in the property resourceType.");

    public static readonly DiagnosticCode UnknownResource = new("SIM2207", Severity.Error, "The resource type is not one of FHIR R4.", "Use a resource type of FHIR R4 (4.0.1); the spelling is case-sensitive.");

    public static readonly DiagnosticCode UnknownElement = new("SIM2208", Severity.Error, "FHIR R4 has no such element there.", "Remove the element, correct its name, or carry it as an extension.");

    public static readonly DiagnosticCode EmptyElement = new("SIM2209", Severity.Error, "An element has neither a value nor children.", "Leave out what is empty: null, empty objects, lists and texts are not FHIR.");

    public static readonly DiagnosticCode WrongShape = new("SIM2210", Severity.Error, "The JSON of an element has the wrong shape.", "Repeating elements are arrays, others are not; primitives are JSON values, complex types are objects.");

    public static readonly DiagnosticCode MissingElement = new("SIM2211", Severity.Error, "A required element is missing.", "Add the element; the definition asks for it.");

    public static readonly DiagnosticCode TooManyElements = new("SIM2212", Severity.Error, "An element stands more often than its definition allows.", "Keep at most the number that the definition allows.");

    public static readonly DiagnosticCode WrongValue = new("SIM2213", Severity.Error, "A value is not one of its type.", "Write the value as its type says, for example dates as YYYY-MM-DD.");

    public static readonly DiagnosticCode CodeNotBound = new("SIM2214", Severity.Error, "A code is not in the value set that the definition requires.", "Use a code of the required value set.");

    public static readonly DiagnosticCode SeveralChoices = new("SIM2215", Severity.Error, "An element of several types stands with two of them.", "Keep one of the types.");

    public static readonly DiagnosticCode InvariantBroken = new("SIM2216", Severity.Error, "An invariant of the definition does not hold.", "Look the invariant's key up in the definition of the type and correct the resource.");

    public static readonly DiagnosticCode InvariantSkipped = new("SIM2217", Severity.Information, "An invariant uses a function that the hub does not evaluate.", "Nothing to do; the invariant was not checked.");

    public static readonly DiagnosticCode UnresolvedReference = new("SIM2218", Severity.Error, "A reference finds nothing in its Bundle or container.", "Put the resource it names into the Bundle (fullUrl) or into contained.");

    public static readonly DiagnosticCode InsSystem = new("SIM2220", Severity.Error, "An INS identifier does not have one of the INS systems.", "Use urn:oid:1.2.250.1.213.1.4.8 (NIR), .9 (NIA), or .10 and .11 in test.");

    public static readonly DiagnosticCode InsValue = new("SIM2221", Severity.Error, "An INS is not 13 characters and a key of 2 digits.", "Send the matricule of 13 characters (2A and 2B included) followed by its key of 2 digits.");

    public static readonly DiagnosticCode InsTwice = new("SIM2222", Severity.Error, "A patient has two INS of the same kind.", "Send the active INS only.");

    public static readonly DiagnosticCode NotBuildable = new("SIM2230", Severity.Error, "A value cannot be written into the FHIR resource.", "Correct the mapping's rule: the element, its type or the value does not fit.");

    public static readonly DiagnosticCode FactsUnreadable = new("SIM2240", Severity.Error, "The table of FHIR facts cannot be read.", "Restore the file of schemas/fhir, or generate it again with build/facts/fhir.");
}
