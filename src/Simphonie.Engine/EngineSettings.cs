using Simphonie.Core.Messages;
using Simphonie.Definitions.Lots;
using Simphonie.Engine.Disk;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine;

/// <summary>Settings of the engine, from <c>hub.yaml</c>.</summary>
public sealed record EngineSettings
{
    /// <summary>Name of the hub, as it signs what it sends.</summary>
    public required string Hub { get; init; }

    public required string Establishment { get; init; }

    public required World World { get; init; }

    /// <summary>Lanes that handlings are spread over by their key. The number may change between starts: it decides who works, not who waits.</summary>
    public int Lanes { get; init; } = 32;

    /// <summary>Handlings that may be queued in a lane.</summary>
    public int LaneCapacity { get; init; } = 256;

    /// <summary>Deliveries that may be queued for an endpoint.</summary>
    public int EndpointCapacity { get; init; } = 1024;

    /// <summary>Messages that are sequenced in one commit.</summary>
    public int SequencerPage { get; init; } = 256;

    /// <summary>Messages at the door at once; one more is answered with overload.</summary>
    public int MaxInFlight { get; init; } = 4096;

    /// <summary>How long an attempt may take where the route does not say.</summary>
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an interactive caller waits where neither it nor the route says.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long work in progress may go on at a stop.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(4);

    public CircuitSettings Circuit { get; init; } = CircuitSettings.Default;

    public DiskMarkSettings Disk { get; init; } = DiskMarkSettings.Default;

    /// <summary>Lots of invoices; null: the site makes none.</summary>
    public LotsDefinition? Lots { get; init; }

    /// <summary>How long payloads and steps of finished handlings are kept.</summary>
    public TimeSpan KeepMessages { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long the ledger is kept.</summary>
    public TimeSpan KeepLedger { get; init; } = TimeSpan.FromDays(5 * 365.25);
}
