using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Testing;

/// <summary>One test of a definition, read from a <c>*.test.yaml</c>.</summary>
public abstract record DefinitionTest
{
    public required string Name { get; init; }

    public required Place Place { get; init; }

    /// <summary>Head of the route or mapping that is tested: all its versions take part, as the business date says.</summary>
    public required DefinitionHeader Target { get; init; }

    /// <summary>Messages in the order they come in; a mapping has one.</summary>
    public required IReadOnlyList<TestContent> Messages { get; init; }

    /// <summary>Recorded time of the handlings.</summary>
    public required DateTimeOffset Now { get; init; }

    public IReadOnlyList<TestLedgerEntry> Ledger { get; init; } = [];

    public required IReadOnlyList<Expectation> Expectations { get; init; }
}

/// <summary>A test of a mapping.</summary>
public sealed record MappingTest : DefinitionTest
{
    /// <summary>The node of the message that the mapping starts from; null: its root.</summary>
    public Setting.Scalar? Focus { get; init; }

    /// <summary>Documents that the mapping reads beside its focus, by name.</summary>
    public IReadOnlyDictionary<string, TestContent> Documents { get; init; } = new Dictionary<string, TestContent>(StringComparer.Ordinal);
}

/// <summary>A test of a route, run by the engine with mocked endpoints.</summary>
public sealed record RouteTest : DefinitionTest
{
    /// <summary>Inbound channel; null: the first that the route names.</summary>
    public string? Channel { get; init; }

    /// <summary>What mocked endpoints do, attempt by attempt; the last behaviour goes on. An endpoint that is not named accepts everything.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<MockBehaviour>> Endpoints { get; init; } = new Dictionary<string, IReadOnlyList<MockBehaviour>>(StringComparer.Ordinal);

    /// <summary>Lots of the site; null: the test says nothing of them.</summary>
    public LotsDefinition? Lots { get; init; }
}

/// <summary>An entry that stands in the ledger before the test.</summary>
public sealed record TestLedgerEntry(string Kind, string Key, string Value);

/// <summary>What a mocked endpoint does.</summary>
public enum MockAction
{
    /// <summary>Takes it, and answers <see cref="MockBehaviour.Answer"/> when there is one.</summary>
    Accept,

    /// <summary>Refuses it for good.</summary>
    Refuse,

    /// <summary>Takes it and never answers: unknown.</summary>
    Timeout,

    /// <summary>Cannot be reached.</summary>
    Unavailable,
}

/// <summary>What a mocked endpoint does for some attempts.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Answer">Answer or fault; null for none.</param>
/// <param name="Times">For how many attempts.</param>
/// <param name="Meanwhile">Message that comes in before the answer does; null for none.</param>
public sealed record MockBehaviour(MockAction Action, TestContent? Answer, int Times, TestContent? Meanwhile);
