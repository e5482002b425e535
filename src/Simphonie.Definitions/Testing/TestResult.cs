using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Testing;

/// <summary>How a test ended: passed when there is no failure. A failure names the line of the expectation, never a value that the test does not name itself.</summary>
public sealed record TestResult(string Name, Place Place, IReadOnlyList<Diagnostic> Failures)
{
    public bool Passed => Failures.Count == 0;
}
