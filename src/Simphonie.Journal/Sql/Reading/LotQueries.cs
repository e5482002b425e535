using System.Globalization;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of the book of lots.</summary>
internal sealed class LotQueries(SqlSource source) : ILotReader
{
    private const string OfSeries = "establishment = @Establishment and world = @world and recipient = @Recipient";

    public ValueTask<LotRecord?> LotAsync(long id, CancellationToken cancellationToken) =>
        new(source.First<LotRow>($"select {LotRow.Columns} from lots where id = @id", new { id }, cancellationToken)?.Record());

    public ValueTask<IReadOnlyList<LotRecord>> LotsAsync(LotQuery query, CancellationToken cancellationToken)
    {
        var conditions = (query.State is null ? "" : " and state = @state")
            + (query.Recipient is null ? "" : " and recipient = @Recipient")
            + (query.Kind is null ? "" : " and kind = @Kind")
            + (query.Number is null ? "" : " and number = @Number")
            + (query.Date is null ? "" : " and lot_date = @date")
            + (query.Before is null ? "" : " and id < @Before");
        var arguments = new { state = (long?)query.State, query.Recipient, query.Kind, query.Number, date = Text(query.Date), query.Before, query.Limit };
        return Lots($"1 = 1{conditions} order by id desc limit @Limit", arguments, cancellationToken);
    }

    public ValueTask<IReadOnlyList<LotRecord>> LotsOfMessageAsync(long message, CancellationToken cancellationToken) =>
        Lots("message = @message order by id", new { message }, cancellationToken);

    public ValueTask<IReadOnlyList<LotRecord>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        Lots("state = 0 and closes_at is not null and closes_at <= @now and invoices > 0 order by closes_at, id limit @limit", new { now = now.UtcTicks, limit }, cancellationToken);

    public ValueTask<IReadOnlyList<LotRecord>> ReadyAsync(long after, int limit, CancellationToken cancellationToken) =>
        Lots("state = 1 and held = 0 and id > @after order by id limit @limit", new { after, limit }, cancellationToken);

    public ValueTask<IReadOnlyList<LotEntry>> EntriesAsync(long lot, bool liveOnly, bool records, long after, int limit, CancellationToken cancellationToken) =>
        new(source.List<LotEntryRow>(
            $"select {LotEntryRow.Columns}{(records ? ", bytes as Bytes" : "")} from lot_invoices where lot = @lot and id > @after{(liveOnly ? " and live = 2" : "")} order by id limit @limit",
            new { lot, after, limit },
            cancellationToken).ConvertAll(static row => row.Entry()));

    public ValueTask<IReadOnlyList<LotEntry>> EntriesOfAsync(string establishment, World world, InvoiceKey key, CancellationToken cancellationToken)
    {
        const string Key = "establishment = @establishment and world = @world and provider = @Provider and number = @Number and complement = @Complement";
        return new(source.List<LotEntryRow>(
            $"""
            select {LotEntryRow.Columns} from lot_invoices where {Key} and live > 1
            union all
            select * from (select {LotEntryRow.Columns} from lot_invoices where {Key} and live < 2 order by id desc)
            """,
            new { establishment, world = (long)world, key.Provider, key.Number, key.Complement },
            cancellationToken).ConvertAll(static row => row.Entry()));
    }

    public ValueTask<(LotMark Mark, IReadOnlyList<int> Taken)> NumbersAsync(LotSeries series, CancellationToken cancellationToken)
    {
        var arguments = new { series.Establishment, world = (long)series.World, series.Recipient };
        var mark = source.First<MarkRow>($"{MarkRow.Select} where {OfSeries}", arguments, cancellationToken)?.Mark() ?? LotMark.None(series);
        var taken = source.List<int>($"select number from lots where {OfSeries} and state > 1 and state < 5 order by number", arguments, cancellationToken);
        return new((mark, taken));
    }

    public ValueTask<IReadOnlyList<LotMark>> MarksAsync(CancellationToken cancellationToken) =>
        new(source.List<MarkRow>($"{MarkRow.Select} order by establishment, world, recipient", null, cancellationToken).ConvertAll(static row => row.Mark()));

    public ValueTask<bool> IsFileKnownAsync(LotSeries series, string fileId, CancellationToken cancellationToken) =>
        new(source.First<long?>(
            $"select 1 from lot_files where {OfSeries} and file_id = @fileId",
            new { series.Establishment, world = (long)series.World, series.Recipient, fileId },
            cancellationToken) is not null);

    private static string? Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private ValueTask<IReadOnlyList<LotRecord>> Lots(string condition, object arguments, CancellationToken cancellationToken) =>
        new(source.List<LotRow>($"select {LotRow.Columns} from lots where {condition}", arguments, cancellationToken).ConvertAll(static row => row.Record()));

    private sealed class MarkRow
    {
        public const string Select =
            "select establishment as Establishment, world as World, recipient as Recipient, sequence as Sequence, number as Number, file_id as FileId from lot_marks";

        public string Establishment { get; set; } = "";

        public long World { get; set; }

        public string Recipient { get; set; } = "";

        public long Sequence { get; set; }

        public long Number { get; set; }

        public string FileId { get; set; } = "";

        public LotMark Mark() => new(new(Establishment, (World)World, Recipient), Sequence, (int)Number, FileId);
    }
}
