using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Cdri;

/// <summary>Findings of the CDRi simulator: 700x.</summary>
public static class CdriCodes
{
    public static readonly DiagnosticCode Insured = new("SIM7001", Severity.Error, "The file of insured people is wrong", "Correct the field at the place named.");
    public static readonly DiagnosticCode Start = new("SIM7002", Severity.Error, "The simulator cannot start", "Check the port, the certificates and the schemas.");
}
