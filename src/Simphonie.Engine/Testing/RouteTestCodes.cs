using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Testing;

/// <summary>Codes that mocked endpoints answer with (SIM45xx).</summary>
public static class RouteTestCodes
{
    public static readonly DiagnosticCode Refused = new("SIM4501", Severity.Error, "The mocked endpoint refused.", "The test says so.");

    public static readonly DiagnosticCode TimedOut = new("SIM4502", Severity.Error, "The mocked endpoint never answered.", "The test says so.");

    public static readonly DiagnosticCode Unavailable = new("SIM4503", Severity.Error, "The mocked endpoint cannot be reached.", "The test says so.");
}
