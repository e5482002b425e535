using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>Findings of checking a message against a schema. Their codes of HL7 table 0357 go with them as standard codes.</summary>
public static class Hl7ValidationCodes
{
    public static readonly DiagnosticCode UnexpectedSegment = new("SIM2101", Severity.Warning, "a segment has no place in the message's structure",
        "Nothing, when receivers ignore it; else send it in a message that has a place for it.");

    public static readonly DiagnosticCode SegmentOrder = new("SIM2102", Severity.Error, "segments are out of order",
        "Send segments in the order of the message's structure.");

    public static readonly DiagnosticCode MissingSegment = new("SIM2103", Severity.Error, "a required segment is missing",
        "Send the segment.");

    public static readonly DiagnosticCode RepeatedSegment = new("SIM2104", Severity.Error, "a segment may stand only once",
        "Send one message for each, such as one message for each patient.");

    public static readonly DiagnosticCode MissingValue = new("SIM2105", Severity.Error, "a required value is missing",
        "Fill the field or component.");

    public static readonly DiagnosticCode ForbiddenValue = new("SIM2106", Severity.Error, "a value stands where the profile forbids one",
        "Leave it empty; a shift by one field is a usual cause.");

    public static readonly DiagnosticCode TooManyRepetitions = new("SIM2107", Severity.Error, "a field repeats more often than allowed",
        "Send no more repetitions than the profile says.");

    public static readonly DiagnosticCode TooLong = new("SIM2108", Severity.Warning, "a value is longer than the profile says",
        "Shorten it: a receiver may cut it.");

    public static readonly DiagnosticCode BadDataType = new("SIM2109", Severity.Error, "a value is not of its data type",
        "Write dates as YYYYMMDD, times as YYYYMMDDHHMMSS, numbers with digits and a point.");

    public static readonly DiagnosticCode UnknownCode = new("SIM2110", Severity.Error, "a code is not in its table",
        "Use a code of the table.");

    public static readonly DiagnosticCode UnlistedCode = new("SIM2111", Severity.Warning, "a code is not listed in a table that sites may extend",
        "Agree on it with the receivers.");

    public static readonly DiagnosticCode UnknownEvent = new("SIM2112", Severity.Information, "the schema does not know the trigger event",
        "Nothing: receivers ignore events they do not know.");

    public static readonly DiagnosticCode BrokenRule = new("SIM2113", Severity.Error, "a conditional rule of the profile is broken",
        "Fill, empty or change the value as the rule says.");

    public static readonly DiagnosticCode Contradiction = new("SIM2114", Severity.Warning, "the profile contradicts itself here",
        "Nothing: both readings are accepted.");

    public static readonly DiagnosticCode ExtraComponents = new("SIM2115", Severity.Warning, "a value has more parts than its data type",
        "Escape delimiters inside of values.");

    public static readonly DiagnosticCode ExcludedEvent = new("SIM2116", Severity.Warning, "the profile excludes this trigger event",
        "Use the event that the profile names in its place.");

    public static readonly DiagnosticCode ImpossibleDate = new("SIM2117", Severity.Warning, "a date of birth is lunar",
        "Nothing: it is accepted as it stands on the card; send it in ZFD-1 as well.");
}
