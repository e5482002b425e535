namespace Simphonie.Core.Lots;

/// <summary>Reads the book of lots page by page. Never waits for the writer.</summary>
public interface ILotReader
{
    ValueTask<LotRecord?> LotAsync(long id, CancellationToken cancellationToken);

    /// <summary>Lots newest first.</summary>
    ValueTask<IReadOnlyList<LotRecord>> LotsAsync(LotQuery query, CancellationToken cancellationToken);

    /// <summary>The lots whose file a message holds; several when a file came made.</summary>
    ValueTask<IReadOnlyList<LotRecord>> LotsOfMessageAsync(long message, CancellationToken cancellationToken);

    /// <summary>Open lots that are full of time, earliest first.</summary>
    ValueTask<IReadOnlyList<LotRecord>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Ready lots that nobody holds, by id after <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<LotRecord>> ReadyAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Invoices of a lot in the order in which they came, by id after <paramref name="after"/>; with their records when asked for.</summary>
    ValueTask<IReadOnlyList<LotEntry>> EntriesAsync(long lot, bool liveOnly, bool records, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Every row of an invoice, the live or spent one first, then newest first.</summary>
    ValueTask<IReadOnlyList<LotEntry>> EntriesOfAsync(string establishment, Messages.World world, InvoiceKey key, CancellationToken cancellationToken);

    /// <summary>How far a series has come, and the numbers that are taken at its recipient.</summary>
    ValueTask<(LotMark Mark, IReadOnlyList<int> Taken)> NumbersAsync(LotSeries series, CancellationToken cancellationToken);

    /// <summary>Every series.</summary>
    ValueTask<IReadOnlyList<LotMark>> MarksAsync(CancellationToken cancellationToken);

    /// <summary>True when the file id was given, or came, for the series already.</summary>
    ValueTask<bool> IsFileKnownAsync(LotSeries series, string fileId, CancellationToken cancellationToken);
}

/// <summary>What lots to list. All given conditions hold together.</summary>
public sealed record LotQuery
{
    public LotState? State { get; init; }

    public string? Recipient { get; init; }

    public string? Kind { get; init; }

    public int? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Only lots with an id below this one: the next page.</summary>
    public long? Before { get; init; }

    public int Limit { get; init; } = 50;
}
