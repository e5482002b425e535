using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.FhirPath.Syntax;

/// <summary>Ends the reading of one expression at its first syntax error; the compiler turns it into a finding.</summary>
internal sealed class SyntaxException(DiagnosticCode code, int position, string message) : Exception(message)
{
    public DiagnosticCode Code { get; } = code;

    public int Position { get; } = position;
}
