using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>A message to keep (C1). The duplicate check is part of the commit, so that two copies at once on two connections cannot both be first.</summary>
public sealed record MessageAppend
{
    public required string Establishment { get; init; }

    public required string Channel { get; init; }

    public required string Format { get; init; }

    public string? Schema { get; init; }

    public required World World { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary><see cref="MessageState.Received"/> or <see cref="MessageState.Refused"/>.</summary>
    public required MessageState State { get; init; }

    /// <summary>Definitions that it was examined under; what handles it may be a later one. Written at once, so that the row keeps its length when it is sequenced.</summary>
    public string? Revision { get; init; }

    public string? Type { get; init; }

    public string? ControlId { get; init; }

    /// <summary>Only a message to be accepted is checked and remembered under its key; a refused one leaves no trace in the duplicate index.</summary>
    public string? DuplicateKey { get; init; }

    /// <summary>Accepted messages before this instant are no longer compared with.</summary>
    public DateTimeOffset DuplicatesSince { get; init; }

    /// <summary>True: the same identity with other bytes is accepted as a new message.</summary>
    public bool AcceptConflicts { get; init; }

    /// <summary>True: a known duplicate is accepted as a new message (a command forced it).</summary>
    public bool Force { get; init; }

    public string? Correlation { get; init; }

    /// <summary>Acknowledgement code when the append succeeds as asked.</summary>
    public string? Acknowledgement { get; init; }

    /// <summary>Acknowledgement code that is kept instead when the append ends as <see cref="AppendKind.Conflict"/>; a duplicate keeps the first one's.</summary>
    public string? ConflictAcknowledgement { get; init; }

    /// <summary>Kept beside <see cref="Findings"/> when the append ends as <see cref="AppendKind.Conflict"/>; the message in conflict is the origin.</summary>
    public Diagnostic? ConflictFinding { get; init; }

    public long? Origin { get; init; }

    public string? OriginKind { get; init; }

    public required Payload Payload { get; init; }

    /// <summary>Length of the whole message when only its head is kept (over the limit).</summary>
    public long? WholeLength { get; init; }

    public string? FileName { get; init; }

    public string? Peer { get; init; }

    public IReadOnlyList<BusinessKey> Keys { get; init; } = [];

    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}

/// <summary>How an append ended.</summary>
public enum AppendKind
{
    Appended,

    /// <summary>The same identity and bytes: kept as <see cref="MessageState.Duplicate"/> without its payload.</summary>
    Duplicate,

    /// <summary>The same identity with other bytes: kept as <see cref="MessageState.Refused"/>.</summary>
    Conflict,
}

/// <summary>Where a message was kept. <paramref name="FirstId"/> is the accepted message of the same identity, 0 when there is none.</summary>
public readonly record struct AppendResult(AppendKind Kind, long Id, long FirstId);
