using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>Identity of a delivery: stable, known before it is committed.</summary>
public readonly record struct DeliveryKey(long Handling, int Stage, int Ordinal)
{
    public override string ToString() => $"{Handling}.{Stage}.{Ordinal}";

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string text, out DeliveryKey key)
    {
        key = default;
        var parts = text.Split('.');
        if (parts.Length != 3 || !long.TryParse(parts[0], out var handling) || !int.TryParse(parts[1], out var stage) || !int.TryParse(parts[2], out var ordinal))
        {
            return false;
        }

        key = new(handling, stage, ordinal);
        return true;
    }
}

/// <summary>States of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>To be sent at <see cref="DeliveryRecord.NextAt"/>.</summary>
    Pending,

    /// <summary>An attempt at an endpoint that cannot be asked twice was begun and has no outcome yet: unknown after a crash.</summary>
    Sending,

    Delivered,

    /// <summary>Refused for good by the peer.</summary>
    Rejected,

    /// <summary>Attempts used up.</summary>
    Dead,

    Unknown,

    Expired,

    /// <summary>Not sent, with a reason (dossier cancelled or moved).</summary>
    Dropped,

    Discarded,
}

/// <summary>One message bound for one endpoint.</summary>
public sealed record DeliveryRecord
{
    public required DeliveryKey Key { get; init; }

    public required string Establishment { get; init; }

    public required World World { get; init; }

    public required string Endpoint { get; init; }

    /// <summary><c>call</c> when the handling waits for its answer as a document, <c>send</c> otherwise.</summary>
    public required string Kind { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>Identity the peer knows it by (MSH-10, MessageID, file name).</summary>
    public required string PeerIdentity { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is due; null when it has ended.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Attempts that counted (an open circuit takes none).</summary>
    public int Attempts { get; init; }

    public string? CauseCode { get; init; }

    public string? CausePlace { get; init; }

    public string? CauseText { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The frozen bytes; null once retention has removed them.</summary>
    public Payload? Body { get; init; }

    /// <summary>The last answer; null when there was none or retention has removed it.</summary>
    public Payload? Answer { get; init; }

    /// <summary>Set for a resend: the delivery it repeats to its one endpoint.</summary>
    public DeliveryKey? ResendOf { get; init; }
}

/// <summary>One attempt of a delivery.</summary>
/// <param name="Key">The delivery.</param>
/// <param name="Ordinal">1 for the first; those that did not count are numbered too.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Micros">How long it took, in microseconds.</param>
/// <param name="Outcome"><c>delivered</c>, <c>rejected</c>, <c>unavailable</c>, <c>unknown</c>.</param>
/// <param name="CauseCode">Permanent code, null when delivered.</param>
/// <param name="CauseText">Sentence without values.</param>
public sealed record AttemptRecord(DeliveryKey Key, int Ordinal, DateTimeOffset StartedAt, long Micros, string Outcome, string? CauseCode, string? CauseText);
