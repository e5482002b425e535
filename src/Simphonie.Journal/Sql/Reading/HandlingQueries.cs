using Simphonie.Core.Journal;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of handlings and their stages.</summary>
internal sealed class HandlingQueries(SqlSource source)
{
    private const string Select = $"select {HandlingRow.Columns} from handlings h";

    public HandlingRecord? One(long id, CancellationToken cancellationToken) =>
        source.Row<HandlingRow>($"{Select} where h.id = @id", cancellationToken, new QueryArgument("id", id))?.Record();

    public IReadOnlyList<HandlingRecord> OfMessage(long message, CancellationToken cancellationToken) =>
        List($"{Select} where h.message = @message order by h.id", new { message }, cancellationToken);

    public IReadOnlyList<HandlingRecord> InState(HandlingState state, long after, int limit, CancellationToken cancellationToken) =>
        List(
            state < HandlingState.Released
                ? $"{Select} where h.state < 5 and h.state = @state and h.id > @after order by h.id limit @limit"
                : $"{Select} where h.state = @state and h.id > @after order by h.id limit @limit",
            new { state = (long)state, after, limit },
            cancellationToken);

    /// <summary>The one that runs, waits or is stuck; behind none of these, the oldest held one before it.</summary>
    public HandlingRecord? Holder(long handling, CancellationToken cancellationToken) =>
        source.First<HandlingRow>(
            $"""
            {Select} cross join handlings o
            where o.id = @handling and h.establishment = o.establishment and h.route = o.route and h.key = o.key and h.state < 5 and h.id <> o.id
                and o.state = 1 and (h.state <> 1 or h.id < o.id)
            order by case when h.state = 1 then 1 else 0 end, h.id limit 1
            """,
            new { handling },
            cancellationToken)?.Record();

    public IReadOnlyList<HandlingRecord> Expired(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        List(
            $"{Select} where h.expires_at is not null and h.state < 5 and h.expires_at <= @now order by h.expires_at, h.id limit @limit",
            new { now = now.UtcTicks, limit },
            cancellationToken);

    public long? NewerDelivered(long handling, CancellationToken cancellationToken) =>
        source.First<long?>(
            """
            select h.id from handlings o
            join handlings h on h.establishment = o.establishment and h.route = o.route and h.key = o.key and h.id > o.id
            where o.id = @handling
                and exists (select 1 from deliveries d where d.handling = h.id and d.state = 2)
            order by h.id desc limit 1
            """,
            new { handling },
            cancellationToken);

    public IReadOnlyList<StageRecord> Stages(long handling, CancellationToken cancellationToken)
    {
        var documents = source.Rows<DocumentRow>(
            """
            select d.stage as Stage, d.name as Name, d.format as Format, d.schema as Schema,
                p.length as Length, p.hash as Hash, p.content as Content, p.body as Body
            from documents d join payloads p on p.id = d.payload
            where d.handling = @handling order by d.stage, d.ordinal
            """,
            cancellationToken,
            new QueryArgument("handling", handling)).ToLookup(row => row.Stage, row => new StageDocument(row.Name, row.Format, row.Schema, source.Payload(row.Length, row.Hash, row.Content, row.Body)!));
        var stages = source.Rows<StageRow>(
            "select ordinal as Ordinal, at as At, steps as Steps from stages where handling = @handling order by ordinal",
            cancellationToken,
            new QueryArgument("handling", handling));
        return stages.ConvertAll(row => new StageRecord
        {
            Handling = handling,
            Ordinal = row.Ordinal,
            At = SqlSource.Time(row.At),
            Steps = FindingText.Steps(row.Steps, source.Codes),
            Documents = [.. documents[row.Ordinal]],
        });
    }

    private List<HandlingRecord> List(string sql, object arguments, CancellationToken cancellationToken) =>
        source.List<HandlingRow>(sql, arguments, cancellationToken).ConvertAll(row => row.Record());

    private sealed class StageRow
    {
        public int Ordinal { get; set; }

        public long At { get; set; }

        public string? Steps { get; set; }
    }

    private sealed class DocumentRow
    {
        public int Stage { get; set; }

        public string Name { get; set; } = "";

        public string Format { get; set; } = "";

        public string? Schema { get; set; }

        public long Length { get; set; }

        public byte[]? Hash { get; set; }

        public string? Content { get; set; }

        public byte[]? Body { get; set; }
    }
}
