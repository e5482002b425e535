using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Testing;

/// <summary>What can be wrong with a test, and what a test can find.</summary>
public static class TestCodes
{
    public static readonly DiagnosticCode NoTarget = new("SIM1401", Severity.Error, "A test file stands beside no definition.", "Name it like the route or mapping that it tests.");
    public static readonly DiagnosticCode MissingCase = new("SIM1402", Severity.Error, "A test names a file that does not exist.", "Add the file or correct the path; it is relative to the test.");
    public static readonly DiagnosticCode BadExpectation = new("SIM1403", Severity.Error, "An expectation is not understood.", "Begin it with one of the words of the reference page.");
    public static readonly DiagnosticCode NotForThis = new("SIM1404", Severity.Error, "An expectation does not fit what is tested.", "Expect deliveries and states of routes, findings and values of mappings.");
    public static readonly DiagnosticCode NoExpectation = new("SIM1405", Severity.Error, "A test expects nothing.", "Say under 'expect' what must come out.");
    public static readonly DiagnosticCode SameName = new("SIM1406", Severity.Error, "Two tests of one file have the same name.", "Give each its own name.");
    public static readonly DiagnosticCode Broken = new("SIM1407", Severity.Error, "What is tested did not compile.", "Correct the definition first.");
    public static readonly DiagnosticCode OutsideFolder = new("SIM1408", Severity.Error, "A test names a file outside the folder of its definitions.", "Keep the messages of tests beside them.");
    public static readonly DiagnosticCode NotMet = new("SIM1410", Severity.Error, "An expectation was not met.", "Correct the definition or the test.");
}
