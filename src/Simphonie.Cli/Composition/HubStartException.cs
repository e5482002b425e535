using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Composition;

/// <summary>The hub cannot start: definitions with errors (status 1) or an environment that does not let it (status 3).</summary>
internal sealed class HubStartException(int status, IReadOnlyList<Diagnostic> findings) : Exception("the hub cannot start")
{
    public int Status { get; } = status;

    public IReadOnlyList<Diagnostic> Findings { get; } = findings;
}
