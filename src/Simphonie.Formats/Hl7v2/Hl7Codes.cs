using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Hl7v2;

/// <summary>Findings of reading and writing HL7 v2.</summary>
public static class Hl7Codes
{
    public static readonly DiagnosticCode NoHeader = new("SIM2001", Severity.Error, "the message does not begin with MSH",
        "Send messages that begin with an MSH segment; check the framing when something stands before it.");

    public static readonly DiagnosticCode UnusableDelimiters = new("SIM2002", Severity.Error, "MSH-1 and MSH-2 do not declare usable delimiters",
        "Declare distinct punctuation marks, usually |^~\\&.");

    public static readonly DiagnosticCode NoControlId = new("SIM2003", Severity.Error, "the message has no control id",
        "Fill MSH-10: without it neither an acknowledgement nor a duplicate can be told.");

    public static readonly DiagnosticCode MalformedType = new("SIM2004", Severity.Warning, "MSH-9 is malformed",
        "Write type, trigger event and structure, such as ADT^A01^ADT_A01.");

    public static readonly DiagnosticCode UnknownCharset = new("SIM2005", Severity.Warning, "MSH-18 names an unknown charset",
        "Use 8859/1, 8859/15 or UNICODE UTF-8. The message was read as UTF-8 when its bytes are, else as 8859/1.");

    public static readonly DiagnosticCode ContradictedCharset = new("SIM2006", Severity.Warning, "the bytes contradict the charset of MSH-18",
        "Declare in MSH-18 the charset that the sender writes. The message was read in the charset of its bytes.");

    public static readonly DiagnosticCode MalformedSegment = new("SIM2007", Severity.Warning, "a line is not a segment",
        "A segment begins with three capitals or digits and the field separator; a line break inside a value must be escaped.");

    public static readonly DiagnosticCode TooDeep = new("SIM2008", Severity.Warning, "the message has more parts than can be addressed",
        "At most 4,194,302 segments, 1,023 fields, 16,383 repetitions and 511 components are read; the rest is kept and not seen.");

    public static readonly DiagnosticCode UnknownWorld = new("SIM2009", Severity.Warning, "MSH-11 does not say whether the message is real",
        "Write P for real, T or D for test.");

    public static readonly DiagnosticCode BadTime = new("SIM2010", Severity.Warning, "MSH-7 is not a date and time",
        "Write YYYYMMDDHHMMSS, with an offset when the sender is not in Europe/Paris.");

    public static readonly DiagnosticCode UnknownOutputPath = new("SIM2020", Severity.Error, "a place cannot be written",
        "Write segments under the message, fields under their segment and components under their field.");

    public static readonly DiagnosticCode UnfitCharacter = new("SIM2021", Severity.Error, "a character has no place in the message's charset",
        "Send the message in UNICODE UTF-8, or replace the character in the mapping.");

    public static readonly DiagnosticCode NoOutputHeader = new("SIM2022", Severity.Error, "the output has no MSH segment as its first",
        "Make MSH first.");

    public static readonly DiagnosticCode ForeignSource = new("SIM2023", Severity.Error, "only a node of an HL7 v2 document can be copied into one",
        "Copy segments to segments, fields to fields and components to components.");

    public static readonly DiagnosticCode UnusableSchemaFile = new("SIM2050", Severity.Error, "a schema file of HL7 v2 cannot be read",
        "Check that the file exists and is YAML.");

    public static readonly DiagnosticCode BadSchemaEntry = new("SIM2051", Severity.Error, "an entry of an HL7 v2 schema is malformed",
        "See schemas/hl7v2/pam-fr-2.11.yaml for the form of each section.");
}
