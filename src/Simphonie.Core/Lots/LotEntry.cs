namespace Simphonie.Core.Lots;

/// <summary>An invoice in a lot: a row of the book. An invoice that went again has a row in each of its lots, and is live in one.</summary>
public sealed record LotEntry
{
    public required long Id { get; init; }

    public required long Lot { get; init; }

    public required InvoiceKey Key { get; init; }

    /// <summary>True where it is now; at most one row of a key is.</summary>
    public required bool Live { get; init; }

    public required LotTotals Totals { get; init; }

    public DateOnly? InvoicedOn { get; init; }

    /// <summary>The message that it came with.</summary>
    public required long Message { get; init; }

    public long? Handling { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Its records as they lie in the file; empty once nothing may need them any more.</summary>
    public ReadOnlyMemory<byte> Records { get; init; }

    public override string ToString() => $"invoice of lot {Lot}";
}
