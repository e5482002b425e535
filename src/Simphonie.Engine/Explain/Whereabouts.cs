using Simphonie.Core.Journal;

namespace Simphonie.Engine.Explain;

/// <summary>Why something is where it is: a stable word, and the facts that belong to it.</summary>
/// <param name="Reason">See <see cref="WhereReason"/>.</param>
/// <param name="Sentence">The same for people, in English, without values of the message.</param>
public sealed record Whereabouts(WhereReason Reason, string Sentence)
{
    public long? Handling { get; init; }

    /// <summary>The other handling it waits behind.</summary>
    public long? Behind { get; init; }

    /// <summary>The message of <see cref="Behind"/>.</summary>
    public long? BehindMessage { get; init; }

    public DeliveryKey? Delivery { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>When something is next done, or since when it is so.</summary>
    public DateTimeOffset? At { get; init; }

    public string? CauseCode { get; init; }

    public string? CausePlace { get; init; }
}

/// <summary>Reasons.</summary>
public enum WhereReason
{
    NotSequenced,
    Refused,
    Duplicate,
    Unrouted,
    Ready,
    HeldBehind,
    WaitsForAnswer,
    WaitsForRetry,
    CircuitOpen,
    EndpointGone,
    WaitsForIdentity,
    WaitsForGroup,
    Dead,
    Unknown,
    Ended,
}
