using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Rejections;

/// <summary>Findings about lists of reasons of rejection.</summary>
public static class RejectionCodes
{
    public static readonly DiagnosticCode UnusableFile = new("SIM2660", Severity.Error, "A list of reasons of rejection cannot be used", "The file must exist, be YAML and be one mapping.");
    public static readonly DiagnosticCode BadEntry = new("SIM2661", Severity.Error, "An entry of a list of reasons of rejection is wrong", "A row is: code | label | family | who acts first | what to do.");
}
