using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Amo;

/// <summary>Findings of the simulated AMO: 710x.</summary>
public static class AmoCodes
{
    public static readonly DiagnosticCode Settings = new("SIM7101", Severity.Error, "The settings of the simulated AMO are wrong", "Correct the field at the place named.");
    public static readonly DiagnosticCode Start = new("SIM7102", Severity.Error, "The simulated AMO cannot start", "Check its folders and the schemas.");
    public static readonly DiagnosticCode NotTest = new("SIM7103", Severity.Error, "The simulated AMO takes only files whose lots are all marked test, or all demonstration", "Send lots marked T (record 6, position 55); real invoices never go to a simulator.");
    public static readonly DiagnosticCode DoesNotFit = new("SIM7104", Severity.Error, "The simulated AMO cannot write its answer: a number or total does not fit", "Send fewer or smaller invoices in one file, and numbers of organisms that are digits.");
}
