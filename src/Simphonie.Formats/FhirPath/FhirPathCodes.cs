using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.FhirPath;

/// <summary>What can be wrong with an expression (1300-1349: when it is compiled; 2300-2309: when it meets data).</summary>
public static class FhirPathCodes
{
    public static readonly DiagnosticCode Syntax = new(
        "SIM1300", Severity.Error, "The expression cannot be read", "Correct it at the column shown; expressions are FHIRPath, see mappings/README.md.");

    public static readonly DiagnosticCode UnknownName = new(
        "SIM1301", Severity.Error, "No element of that name", "Use a name that the schema of the document has.");

    public static readonly DiagnosticCode UnknownFunction = new(
        "SIM1302", Severity.Error, "No function of that name", "Use a function that mappings/README.md lists.");

    public static readonly DiagnosticCode UnknownVariable = new(
        "SIM1303", Severity.Error, "No variable of that name", "Use a name of let or as:, or %message.");

    public static readonly DiagnosticCode UnknownTable = new(
        "SIM1304", Severity.Error, "No code table of that name", "Declare the table under tables:, or use one that is declared.");

    public static readonly DiagnosticCode WrongArguments = new(
        "SIM1305", Severity.Error, "The function takes other arguments", "Call it as its signature says.");

    public static readonly DiagnosticCode UnknownType = new(
        "SIM1306", Severity.Error, "No type of that name", "Use a type of FHIRPath (System.String) or of the document's schema.");

    public static readonly DiagnosticCode NoAddresses = new(
        "SIM1307", Severity.Error, "No HL7 v2 document is in reach of the address", "Write it after a variable that holds an HL7 v2 document, or use a path.");

    public static readonly DiagnosticCode UnknownReference = new(
        "SIM1308", Severity.Error, "The mapping makes nothing of that name", "Use a name that stands behind 'as' in make:.");

    public static readonly DiagnosticCode WrongRegex = new(
        "SIM1309", Severity.Error, "The regular expression cannot be read", "Correct the pattern.");

    public static readonly DiagnosticCode ZeroBasedIndex = new(
        "SIM1310", Severity.Warning, "An index behind a bare segment name counts from 0", "Write an address with its field (IN1[1]-3), which counts from 1, or first(), or skip(1).first().");

    public static readonly DiagnosticCode NotInReach = new(
        "SIM1311", Severity.Error, "The function is not available here", "Use it where its description says.");

    public static readonly DiagnosticCode Several = new(
        "SIM2300", Severity.Error, "Several values where one is needed", "Choose one with where(), first() or an index.");

    public static readonly DiagnosticCode WrongOperand = new(
        "SIM2301", Severity.Error, "A value has a type that the operation does not take", "Convert it first (toString(), toInteger(), date() …).");

    public static readonly DiagnosticCode OutOfRange = new(
        "SIM2302", Severity.Warning, "The result is beyond what its type can hold", "The result is empty; check the values.");

    public static readonly DiagnosticCode RegexTimeout = new(
        "SIM2303", Severity.Error, "The regular expression took too long", "Write a pattern without nested repetitions.");

    public static readonly DiagnosticCode UnknownCode = new(
        "SIM2304", Severity.Error, "The code table has no such code and no else", "Add the code, or an else, to the table.");

    public static readonly DiagnosticCode Runaway = new(
        "SIM2305", Severity.Error, "The expression made more items than any document needs", "Look for a repeat() that makes new items at every turn.");
}
