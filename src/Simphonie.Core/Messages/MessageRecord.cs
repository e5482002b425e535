using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Messages;

/// <summary>How intake ended for a message.</summary>
public enum MessageState
{
    /// <summary>Kept and acknowledged, not yet sequenced.</summary>
    Received,

    /// <summary>Kept, answered negatively, never handled.</summary>
    Refused,

    /// <summary>The same identity and bytes as an earlier one; answered with the first acknowledgement.</summary>
    Duplicate,

    /// <summary>At least one route has a handling for it.</summary>
    Routed,

    /// <summary>No route wanted it: a normal end.</summary>
    Unrouted,
}

/// <summary>A message as the journal keeps it: the envelope of its payload.</summary>
public sealed record MessageRecord
{
    /// <summary>Position in journal order; the message's id.</summary>
    public required long Id { get; init; }

    public required string Establishment { get; init; }

    public required string Channel { get; init; }

    /// <summary>Format name, such as <c>hl7v2</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Schema reference that it is read with, null for none.</summary>
    public string? Schema { get; init; }

    public required World World { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required MessageState State { get; init; }

    public string? Type { get; init; }

    public string? ControlId { get; init; }

    public string? DuplicateKey { get; init; }

    /// <summary>Groups messages of one exchange: the message that began it.</summary>
    public string? Correlation { get; init; }

    /// <summary>Acknowledgement code that was given (<c>AA</c>, <c>AE</c>, <c>AR</c>, <c>CA</c> …), null where the channel has none.</summary>
    public string? Acknowledgement { get; init; }

    /// <summary>Original that this one is an edited copy, a part or a duplicate of.</summary>
    public long? Origin { get; init; }

    /// <summary>Why <see cref="Origin"/>: <c>duplicate</c>, <c>edited</c>, <c>part</c>, <c>replay</c>.</summary>
    public string? OriginKind { get; init; }

    /// <summary>Revision of the definitions that sequenced it.</summary>
    public string? Revision { get; init; }

    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>Length of what was kept, in bytes; it stays when the payload is removed.</summary>
    public long Length { get; init; }

    /// <summary>Length of the whole message when only its head was kept (over the limit).</summary>
    public long? WholeLength { get; init; }

    public string? FileName { get; init; }

    /// <summary>Who sent it: address or client certificate, as the channel names it.</summary>
    public string? Peer { get; init; }

    /// <summary>Null once retention has removed it.</summary>
    public Payload? Payload { get; init; }
}
