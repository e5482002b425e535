namespace Simphonie.Core.Lots;

/// <summary>A lot as the journal keeps it.</summary>
public sealed record LotRecord
{
    public required long Id { get; init; }

    public required LotGroup Group { get; init; }

    public required LotState State { get; init; }

    /// <summary>Grows with every change; guards against two writers.</summary>
    public required int Version { get; init; }

    /// <summary>True for a lot that came with its number from the establishment's own software.</summary>
    public bool Foreign { get; init; }

    /// <summary>A ready lot that does not close before somebody says so.</summary>
    public bool Held { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When an open lot is full of time; null when time alone does not close it.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Of the invoices that are in it now.</summary>
    public required LotTotals Totals { get; init; }

    /// <summary>1 to 999; null before it is closed.</summary>
    public int? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? FileId { get; init; }

    /// <summary>The message that holds its file.</summary>
    public long? Message { get; init; }

    /// <summary>The lot that its invoices were in before.</summary>
    public long? Former { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When it came into its state.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Code of the recipient's refusal, or who took it back and why.</summary>
    public string? Cause { get; init; }
}
