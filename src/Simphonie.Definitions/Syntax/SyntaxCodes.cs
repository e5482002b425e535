using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Syntax;

/// <summary>What can be wrong with the text of a definition file before its meaning is looked at.</summary>
public static class SyntaxCodes
{
    public static readonly DiagnosticCode NotYaml = new("SIM1001", Severity.Error, "The file is not valid YAML.", "Correct the line that is named; indent with spaces, and put text with ': ' or ' #' in quotes.");
    public static readonly DiagnosticCode DuplicateKey = new("SIM1002", Severity.Error, "A key stands twice in one map.", "Keep one of the two.");
    public static readonly DiagnosticCode Tag = new("SIM1003", Severity.Error, "A YAML tag is not allowed.", "Remove the tag: every plain value is text, and its field says how it is read.");
    public static readonly DiagnosticCode Alias = new("SIM1004", Severity.Error, "A YAML anchor or alias is not allowed.", "Write the value where it is used.");
    public static readonly DiagnosticCode TooLarge = new("SIM1005", Severity.Error, "The file is larger or deeper than a definition may be.", "Split the file.");
    public static readonly DiagnosticCode NotOneDocument = new("SIM1006", Severity.Error, "The file does not hold exactly one YAML document.", "Put each definition into a file of its own.");
    public static readonly DiagnosticCode NotText = new("SIM1007", Severity.Error, "The file cannot be read as UTF-8 text.", "Save the file as UTF-8.");
    public static readonly DiagnosticCode ComplexKey = new("SIM1008", Severity.Error, "A key is not plain text.", "Use a word as key.");
    public static readonly DiagnosticCode UnknownKey = new("SIM1010", Severity.Error, "A key is not known here.", "Use one of the keys that the reference page lists.");
    public static readonly DiagnosticCode MissingKey = new("SIM1011", Severity.Error, "A required key is missing.", "Add the key.");
    public static readonly DiagnosticCode WrongShape = new("SIM1012", Severity.Error, "A value has the wrong shape.", "Write the value as the reference page shows.");
    public static readonly DiagnosticCode NotAChoice = new("SIM1013", Severity.Error, "A value is not one of the allowed words.", "Use one of the words that are named.");
    public static readonly DiagnosticCode OutOfRange = new("SIM1014", Severity.Error, "A number is out of its range.", "Use a number within the range that is named.");
    public static readonly DiagnosticCode Empty = new("SIM1015", Severity.Error, "A key has no value.", "Give it a value or remove the key.");
    public static readonly DiagnosticCode Secret = new("SIM1020", Severity.Error, "A value by reference cannot be read.", "Set the environment variable, or make the file readable for the hub.");
}
