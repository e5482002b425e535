namespace Simphonie.Core.Lots;

/// <summary>A lot that came with its number, and is carried as it is.</summary>
public sealed record LotEntering
{
    public required LotGroup Group { get; init; }

    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    public required string FileId { get; init; }

    public required LotTotals Totals { get; init; }

    public required IReadOnlyList<(LotInvoice Invoice, ReadOnlyMemory<byte> Records)> Invoices { get; init; }

    /// <summary>The message that it came with.</summary>
    public required long Message { get; init; }

    public required long Handling { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Position, among the appends of the commit, of the message that holds the file it leaves in.</summary>
    public required int OfAppend { get; init; }

    public override string ToString() => $"lot {Number} as it came";
}
