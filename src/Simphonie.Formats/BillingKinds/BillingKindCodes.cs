using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.BillingKinds;

/// <summary>Findings about tables of kinds of billing.</summary>
public static class BillingKindCodes
{
    public static readonly DiagnosticCode UnusableFile = new("SIM4735", Severity.Error, "A table of kinds of billing cannot be used.", "The file must exist, be YAML and be one mapping.");
    public static readonly DiagnosticCode BadEntry = new("SIM4736", Severity.Error, "An entry of a table of kinds of billing is wrong.", "A row is: from | until | acts | covers | sites | kind | individual or otherwise; '-' for no end, '*' for all.");
}
