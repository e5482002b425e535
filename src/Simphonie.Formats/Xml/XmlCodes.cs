using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Xml;

/// <summary>Findings of the <c>xml</c> format: 240x to 242x reading, 243x building, 244x XSD validation, 245x schema files.</summary>
public static class XmlCodes
{
    public static readonly DiagnosticCode NotWellFormed = new("SIM2401", Severity.Error, "The XML is not well formed", "Ask the sender to correct it; the place is where reading stopped.");
    public static readonly DiagnosticCode DocumentType = new("SIM2402", Severity.Error, "The XML has a document type declaration", "Send it without DOCTYPE: entities and external subsets are never read.");
    public static readonly DiagnosticCode TooDeep = new("SIM2403", Severity.Error, "The XML nests deeper than the limit", "No known message nests this deep; ask the sender what it is.");
    public static readonly DiagnosticCode TooLarge = new("SIM2404", Severity.Error, "The XML is larger than the limit", "Split it, or raise the limit of the channel.");
    public static readonly DiagnosticCode Charset = new("SIM2405", Severity.Error, "The bytes do not fit the declared character set", "Correct the encoding in the XML declaration, or the bytes.");
    public static readonly DiagnosticCode Entity = new("SIM2406", Severity.Error, "The XML refers to an entity that is not predefined", "Write the character itself or a character reference.");
    public static readonly DiagnosticCode Namespace = new("SIM2407", Severity.Error, "A namespace prefix is not declared", "Declare the prefix on the element or above it.");
    public static readonly DiagnosticCode NotXml = new("SIM2408", Severity.Error, "The document is not of the format xml", "Use the format that read it.");
    public static readonly DiagnosticCode Truncated = new("SIM2409", Severity.Error, "The XML ends too early", "Ask the sender for the whole message; the place is what was open.");

    public static readonly DiagnosticCode UnknownName = new("SIM2430", Severity.Error, "The schema has no such element or attribute here", "Correct the mapping's path.");
    public static readonly DiagnosticCode BadValue = new("SIM2431", Severity.Error, "The value cannot be written in XML", "Remove the control character from the value.");

    public static readonly DiagnosticCode UnexpectedElement = new("SIM2440", Severity.Error, "The schema does not allow this element here", "Compare with the schema; the order of elements counts.");
    public static readonly DiagnosticCode MissingElement = new("SIM2441", Severity.Error, "A required element is missing", "Give the element that the finding names.");
    public static readonly DiagnosticCode WrongValue = new("SIM2442", Severity.Error, "The value does not have the form that the schema asks for", "Compare with the type that the finding names.");
    public static readonly DiagnosticCode WrongAttribute = new("SIM2443", Severity.Error, "An attribute is unknown, missing or has a wrong value", "Compare with the schema.");
    public static readonly DiagnosticCode UnknownRoot = new("SIM2444", Severity.Error, "The schema does not know this root element", "Check namespace and name of the root.");

    public static readonly DiagnosticCode SchemaUnreadable = new("SIM2450", Severity.Error, "The XSD file cannot be read", "Correct the file at the place named.");
    public static readonly DiagnosticCode SchemaHeader = new("SIM2451", Severity.Error, "The XSD file has no complete header", "Add xs:appinfo with id, version, effective, source and status.");
}
