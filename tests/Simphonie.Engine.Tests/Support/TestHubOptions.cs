using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Testing;

namespace Simphonie.Engine.Tests.Support;

public sealed record TestHubOptions
{
    public IReadOnlyList<Route> Routes { get; init; } = [];

    public FakeDefinitions? Definitions { get; init; }

    /// <summary>An existing data directory: the hub starts again on it.</summary>
    public string? Directory { get; init; }

    /// <summary>Null: the hub makes no lots.</summary>
    public LotsDefinition? Lots { get; init; }

    public ILotFormat LotFormat { get; init; } = new LineLots();

    public MemoryMarks Marks { get; init; } = new();

    public VirtualTime? Time { get; init; }

    public Func<IReadOnlyList<JournalWrite>, bool>? DiesAt { get; init; }

    public Func<EngineSettings, EngineSettings> Settings { get; init; } = settings => settings;

    public long SizeLimit { get; init; } = 1024 * 1024;

    public AcknowledgeMode Acknowledge { get; init; }

    public bool AcceptConflicts { get; init; }
}
