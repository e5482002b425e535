using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;

namespace Simphonie.Core.Channels;

/// <summary>What became of a message at the door. All but <see cref="Overloaded"/> are committed when the channel sees them.</summary>
public enum IntakeDisposition
{
    /// <summary>Kept and to be handled: AA or CA.</summary>
    Accepted,

    /// <summary>The same identity and bytes as one that was answered AA or CA: the first acknowledgement again.</summary>
    Duplicate,

    /// <summary>The same identity with other bytes: kept as refused, AE.</summary>
    Conflict,

    /// <summary>Readable, but validation before acknowledgement found errors: kept as refused, AE or CE with ERR.</summary>
    Invalid,

    /// <summary>Not readable: kept as refused, AR or CR.</summary>
    Unreadable,

    /// <summary>Of the other world: kept as refused, AR with ERR-3 202.</summary>
    WrongWorld,

    /// <summary>Over the channel's size limit: its head is kept as refused, AR with ERR-3 207.</summary>
    TooLarge,

    /// <summary>Not kept: overload, nearly full disk or stopping: AE or CE with ERR-3 207, to be sent again.</summary>
    Overloaded,
}

/// <summary>The answer of intake; the channel turns it into its protocol's acknowledgement by a pure function.</summary>
public sealed record IntakeResult
{
    public required IntakeDisposition Disposition { get; init; }

    /// <summary>Journal id of the kept message, 0 when nothing was kept.</summary>
    public long MessageId { get; init; }

    /// <summary>For a duplicate, the id of the first one.</summary>
    public long FirstId { get; init; }

    /// <summary>When the message was received; for a duplicate, the first one. Null when nothing was kept.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    public required Inspection Inspection { get; init; }

    /// <summary>Findings to tell the sender (for a duplicate: those of the first answer).</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}
