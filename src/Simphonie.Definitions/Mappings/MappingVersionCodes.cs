using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Mappings;

/// <summary>Findings about versions of mappings.</summary>
public static class MappingVersionCodes
{
    public static readonly DiagnosticCode NoneInForce = new("SIM1299", Severity.Error, "No version of a mapping is in force on the business date.", "Add a version with an earlier date of effect, or correct the date.");
}
