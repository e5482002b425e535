using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Snapshot;

/// <summary>A stored revision cannot be brought back.</summary>
public sealed class DefinitionException(IReadOnlyList<Diagnostic> findings) : Exception(findings.Count == 0 ? "the revision cannot be compiled" : findings[0].ToString())
{
    public IReadOnlyList<Diagnostic> Findings { get; } = findings;
}
