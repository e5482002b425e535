namespace Simphonie.Core.Journal;

/// <summary>States of a handling. The last five are ends and let the next of the same key start; <see cref="Dead"/> and <see cref="Unknown"/> hold the key.</summary>
public enum HandlingState
{
    /// <summary>May run its next stage now.</summary>
    Ready,

    /// <summary>Behind an unfinished handling of the same (establishment, route, key).</summary>
    Held,

    /// <summary>Its stage is committed; it waits for deliveries, for other messages (aggregate) or for a human.</summary>
    Waiting,

    /// <summary>Failed for good and holds its key until retried, discarded or released.</summary>
    Dead,

    /// <summary>A delivery may or may not have arrived at an endpoint that cannot be asked twice; a human decides. Holds its key.</summary>
    Unknown,

    /// <summary>Failed for good but released its key (<c>on_dead: continue</c>, or a command).</summary>
    Released,

    /// <summary>Every step done, every delivery delivered.</summary>
    Done,

    /// <summary>Given up by a command, with a reason.</summary>
    Discarded,

    /// <summary>The route's <c>expires</c> passed.</summary>
    Expired,

    /// <summary>A <c>filter</c> or a cancelled dossier ended it: a normal end, with the reason in its cause.</summary>
    Dropped,
}

/// <summary>One message on one route: the unit of ordered, retried, replayed work.</summary>
public sealed record HandlingRecord
{
    public required long Id { get; init; }

    public required long Message { get; init; }

    public required string Establishment { get; init; }

    public required string Route { get; init; }

    public required int RouteVersion { get; init; }

    public required string Revision { get; init; }

    /// <summary>Unit of order; for a message without key, one of its own.</summary>
    public required string Key { get; init; }

    public required int Lane { get; init; }

    public required HandlingState State { get; init; }

    /// <summary>Index of the stage that runs next.</summary>
    public required int Stage { get; init; }

    /// <summary>Grows by one with every change; guards against two workers.</summary>
    public required int Version { get; init; }

    /// <summary>Time recorded when the handling was made: <c>%now</c>.</summary>
    public required DateTimeOffset Now { get; init; }

    public DateOnly? BusinessDate { get; init; }

    /// <summary>After this instant nothing is tried any more.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Permanent code of why it is where it is (dead, dropped, expired …).</summary>
    public string? CauseCode { get; init; }

    /// <summary>Place of the cause (step, path), never a value.</summary>
    public string? CausePlace { get; init; }

    /// <summary>Sentence of the cause, without values.</summary>
    public string? CauseText { get; init; }

    /// <summary>Set for a handling that a real replay made: the handling it repeats.</summary>
    public long? ReplayOf { get; init; }

    /// <summary>Subjects of the route (patients, dossiers), as ledger keys: what identity changes are checked against before a delivery.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];
}

/// <summary>A handling to insert. Its state is decided by the journal: held when an unfinished one of the same (establishment, route, key) exists, else ready.</summary>
public sealed record HandlingInsert
{
    public required long Message { get; init; }

    public required string Establishment { get; init; }

    public required string Route { get; init; }

    public required int RouteVersion { get; init; }

    public required string Revision { get; init; }

    /// <summary>Null: the message is its own key.</summary>
    public string? Key { get; init; }

    public required int Lane { get; init; }

    public required DateTimeOffset Now { get; init; }

    public DateOnly? BusinessDate { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public long? ReplayOf { get; init; }

    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Inserted as <see cref="HandlingState.Waiting"/> at this stage instead: an interactive call commits C1 with C2. Its caller is told of a failure, which then pins nothing.</summary>
    public int? StartedAtStage { get; init; }
}

/// <summary>The definitions that a handling goes on under: a known revision, and the version of its route there.</summary>
public sealed record HandlingRevision(string Revision, int RouteVersion);
