using Simphonie.Core.Declarations;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Lots;

namespace Simphonie.Definitions.Hub;

/// <summary><c>hub.yaml</c>, checked and with defaults filled in: what belongs to one site.</summary>
public sealed record HubDefinition
{
    /// <summary>File it was read from; relative paths are relative to its folder.</summary>
    public required string File { get; init; }

    /// <summary>Name of the hub, as it signs what it sends.</summary>
    public required string Hub { get; init; }

    public required EstablishmentDefinition Establishment { get; init; }

    public required World World { get; init; }

    public required JournalDefinition Journal { get; init; }

    public required DuplicatesDefinition Duplicates { get; init; }

    /// <summary><c>embedded</c>: in this process.</summary>
    public required string Transport { get; init; }

    /// <summary>Lanes that handlings are spread over: how many keys are worked on at once.</summary>
    public required int Lanes { get; init; }

    public required DefinitionFolders Definitions { get; init; }

    public required DiskMarks Disk { get; init; }

    /// <summary>The hub's own HTTP listener; null: none.</summary>
    public HttpDefinition? Http { get; init; }

    /// <summary>Endpoint that application acknowledgements go to when a sender asks for one; null: the same connection.</summary>
    public string? ApplicationAck { get; init; }

    /// <summary>Lots of invoices; null: the site makes none.</summary>
    public LotsDefinition? Lots { get; init; }

    public required IReadOnlyList<ChannelDefinition> Inbound { get; init; }

    public required IReadOnlyList<ChannelDefinition> Endpoints { get; init; }
}

/// <summary>Who the hub works for.</summary>
public sealed record EstablishmentDefinition(string Finess, string Name);

/// <summary>The journal's file and terms.</summary>
/// <param name="Sqlite">File of the database, relative to the data directory.</param>
/// <param name="KeepDays">Days that payloads of finished handlings stay.</param>
/// <param name="LedgerYears">Years that the ledger stays.</param>
public sealed record JournalDefinition(string Sqlite, int KeepDays, int LedgerYears);

/// <summary>How long identities are remembered, and whether the same identity with other bytes is refused.</summary>
public sealed record DuplicatesDefinition(TimeSpan Window, bool RefuseConflicts);

/// <summary>Where definitions are.</summary>
/// <param name="Production">True: files are candidates until published; false: files are watched.</param>
/// <param name="From">Folders, absolute.</param>
public sealed record DefinitionFolders(bool Production, IReadOnlyList<string> From);

/// <summary>Free bytes below which intake refuses, no new delivery leaves, and what is preallocated for outcomes.</summary>
public sealed record DiskMarks(long Low, long Lower, long Reserve);

/// <summary>The HTTP listener: address, TLS as it was written (null: off), and how many connections it holds at once.</summary>
public sealed record HttpDefinition(string Listen, Setting.Map? Tls, int Connections);
