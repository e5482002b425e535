using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings;

namespace Simphonie.Definitions.Testing;

/// <summary>What really happened in a test: the runner of mappings or the engine fills in what it knows.</summary>
public sealed record TestOutcome
{
    /// <summary>What a mapping made.</summary>
    public Document? Output { get; init; }

    public IReadOnlyList<LineageEntry> Lineage { get; init; } = [];

    /// <summary>Findings of the mapping, or of all steps and of the cause of the route's end.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>Deliveries that left for mocked endpoints, each once however often it was attempted.</summary>
    public IReadOnlyList<TestDelivery> Deliveries { get; init; } = [];

    /// <summary>State of the last handling in small letters, or <c>unrouted</c>; null for a mapping.</summary>
    public string? State { get; init; }

    public IReadOnlyList<TestWorkItem> WorkItems { get; init; } = [];

    /// <summary>Ledger entries after the test, without those that stood there before.</summary>
    public IReadOnlyList<TestLedgerEntry> Ledger { get; init; } = [];

    /// <summary>What the waiting caller got; null for nothing.</summary>
    public Document? Answer { get; init; }
}

/// <summary>A delivery that left.</summary>
/// <param name="Kind"><c>call</c> or <c>send</c>.</param>
/// <param name="Endpoint">Name of the endpoint.</param>
/// <param name="Document">What was sent.</param>
public sealed record TestDelivery(string Kind, string Endpoint, Document Document);

/// <summary>A work item that was opened.</summary>
public sealed record TestWorkItem(string Code, string What);
