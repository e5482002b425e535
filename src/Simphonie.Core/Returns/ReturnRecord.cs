using Simphonie.Core.Messages;

namespace Simphonie.Core.Returns;

/// <summary>A return as the journal keeps it: one row for each message, copies and refused ones among them.</summary>
public sealed record ReturnRecord
{
    /// <summary>0 before it is inserted.</summary>
    public long Id { get; init; }

    public required string Establishment { get; init; }

    public required World World { get; init; }

    /// <summary><see cref="ReturnHead.Identity"/>; empty when it could not be read.</summary>
    public required string Identity { get; init; }

    /// <summary><see cref="ReturnHead.Reference"/>; empty when it could not be read.</summary>
    public required string Reference { get; init; }

    /// <summary><see cref="ReturnHead.ContentHash"/>; empty when it could not be read.</summary>
    public required ReadOnlyMemory<byte> ContentHash { get; init; }

    /// <summary>Name of the format whose items are applied.</summary>
    public required string Format { get; init; }

    /// <summary>Schema that it was verified with, <c>id@version</c>.</summary>
    public required string Schema { get; init; }

    /// <summary>Process whose cases it is brought to.</summary>
    public required string Process { get; init; }

    /// <summary>List of reasons of rejection, <c>id@version</c>; null for none.</summary>
    public string? Reasons { get; init; }

    public required long Message { get; init; }

    public required ReturnStatus Status { get; init; }

    /// <summary>Items that it has.</summary>
    public required long Items { get; init; }

    /// <summary>Items that have been dealt with: the ordinal of the next one.</summary>
    public long Applied { get; init; }

    /// <summary><see cref="ReturnHead.Total"/>.</summary>
    public long? Total { get; init; }

    public ReturnTally Tally { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it came into its status, or was last gone on with.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Code of why it was refused or halted; null when it was not.</summary>
    public string? CauseCode { get; init; }

    /// <summary>Where, in the return's own terms.</summary>
    public string? CausePlace { get; init; }

    /// <summary>Its id and status only.</summary>
    public override string ToString() => $"return {Id} {Status}";
}
