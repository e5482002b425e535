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

    /// <summary>Lots that hold an invoice at the end, in the order in which they were opened.</summary>
    public IReadOnlyList<TestLot> Lots { get; init; } = [];

    /// <summary>Files of closed lots.</summary>
    public IReadOnlyList<TestLotFile> LotFiles { get; init; } = [];

    public IReadOnlyList<TestCase> Cases { get; init; } = [];

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

/// <summary>A lot at the end of a test.</summary>
/// <param name="Kind">Kind of billing.</param>
/// <param name="Recipient">Code of the recipient.</param>
/// <param name="Scheme">Scheme of affiliation.</param>
/// <param name="Fund">Caisse of attachment.</param>
/// <param name="Number">Number that it was given; null when it is not closed.</param>
/// <param name="Invoices">Invoices that it holds.</param>
public sealed record TestLot(string Kind, string Recipient, string Scheme, string Fund, int? Number, int Invoices);

/// <summary>The file of closed lots for a recipient.</summary>
public sealed record TestLotFile(string Recipient, Document Document);

/// <summary>A business case at the end of a test.</summary>
public sealed record TestCase(string Key, string State);
