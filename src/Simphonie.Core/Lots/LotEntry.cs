namespace Simphonie.Core.Lots;

/// <summary>Where an invoice stands with a lot.</summary>
public enum LotEntryState
{
    /// <summary>It was taken out, or went on to another lot.</summary>
    Left,

    /// <summary>It is in this lot. No other row of its key is live or spent.</summary>
    Live,

    /// <summary>It was in this lot when its case ended at the recipient: its number is used up.</summary>
    Spent,
}

/// <summary>An invoice in a lot: a row of the book. An invoice that went again has a row in each of its lots.</summary>
public sealed record LotEntry
{
    public required long Id { get; init; }

    public required long Lot { get; init; }

    public required InvoiceKey Key { get; init; }

    public required LotEntryState State { get; init; }

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
