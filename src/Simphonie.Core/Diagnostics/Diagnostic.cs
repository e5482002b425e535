namespace Simphonie.Core.Diagnostics;

/// <summary>A finding: a value that says what is wrong, where, and what to do. Its text never carries a value of a message.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Severity">Usually the code's own.</param>
/// <param name="Text">What and why, in one sentence; names of fields, codes of tables and lengths, never contents.</param>
/// <param name="Place">Where.</param>
/// <param name="StandardCode">The code that the protocol itself has for it, such as <c>101</c> of HL7 table 0357; null when it has none.</param>
public sealed record Diagnostic(DiagnosticCode Code, Severity Severity, string Text, Place Place, string? StandardCode = null)
{
    public static Diagnostic Of(DiagnosticCode code, Place place, string text, string? standardCode = null) =>
        new(code, code.Severity, text, place, standardCode);

    /// <summary><c>place: error SIM1203: text</c>, the form that editors and CI systems read.</summary>
    public override string ToString() => $"{Place}: {Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" }} {Code.Id}: {Text}";
}
