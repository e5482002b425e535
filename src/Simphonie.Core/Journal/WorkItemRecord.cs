namespace Simphonie.Core.Journal;

/// <summary>Something a human must do, with what and why.</summary>
public sealed record WorkItemRecord
{
    /// <summary>0 before it is inserted.</summary>
    public long Id { get; init; }

    public required string Establishment { get; init; }

    /// <summary>Permanent code of why.</summary>
    public required string Code { get; init; }

    /// <summary>What to do, a sentence without values.</summary>
    public required string What { get; init; }

    /// <summary>Why, a sentence without values.</summary>
    public required string Why { get; init; }

    public long? Message { get; init; }

    public long? Handling { get; init; }

    public DeliveryKey? Delivery { get; init; }

    /// <summary>Business case that it is about.</summary>
    public long? Case { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public string? TakenBy { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public string? DoneBy { get; init; }

    public string? DoneWhy { get; init; }

    /// <summary>A repeat with the same identity is the same item; null: always a new one.</summary>
    public string? Identity { get; init; }
}
