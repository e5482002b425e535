using Simphonie.Core.Journal;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of deliveries and attempts.</summary>
internal sealed class DeliveryQueries(SqlSource source)
{
    private const string Light = $"select {DeliveryRow.Columns} from deliveries d";

    private const string Whole =
        $"select {DeliveryRow.Columns}, {DeliveryRow.PayloadColumns} from deliveries d left join payloads b on b.id = d.body left join payloads a on a.id = d.answer";

    public DeliveryRecord? One(DeliveryKey key, CancellationToken cancellationToken) =>
        source.Row<DeliveryRow>(
            $"{Whole} where d.handling = @Handling and d.stage = @Stage and d.ordinal = @Ordinal",
            cancellationToken,
            new("Handling", key.Handling),
            new("Stage", (long)key.Stage),
            new("Ordinal", (long)key.Ordinal))?.Record(source);

    public IReadOnlyList<DeliveryRecord> OfHandling(long handling, CancellationToken cancellationToken) =>
        source.Rows<DeliveryRow>($"{Whole} where d.handling = @handling order by d.stage, d.ordinal", cancellationToken, new QueryArgument("handling", handling))
            .ConvertAll(row => row.Record(source));

    public IReadOnlyList<DeliveryRecord> Due(string endpoint, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        List(
            $"{Light} where d.endpoint = @endpoint and d.state = 0 and d.next_at <= @now order by d.next_at, d.handling, d.stage, d.ordinal limit @limit",
            new { endpoint, now = now.UtcTicks, limit },
            cancellationToken);

    public IReadOnlyList<PendingEndpoint> PendingByEndpoint(CancellationToken cancellationToken) =>
        source.List<PendingRow>("select endpoint as Endpoint, count(*) as Count from deliveries where state = 0 group by endpoint", null, cancellationToken)
            .ConvertAll(static row => new PendingEndpoint(row.Endpoint, row.Count));

    public DateTimeOffset? NextDue(string endpoint, DateTimeOffset after, CancellationToken cancellationToken) =>
        SqlSource.Time(source.First<long?>(
            "select min(next_at) from deliveries where endpoint = @endpoint and state = 0 and next_at > @after",
            new { endpoint, after = after.UtcTicks },
            cancellationToken));

    public IReadOnlyList<DeliveryRecord> Interrupted(int limit, CancellationToken cancellationToken) =>
        List($"{Light} where d.state = 1 order by d.handling, d.stage, d.ordinal limit @limit", new { limit }, cancellationToken);

    public IReadOnlyList<AttemptRecord> Attempts(DeliveryKey key, CancellationToken cancellationToken) =>
        source.List<AttemptRow>(
            """
            select ordinal as Ordinal, started_at as StartedAt, micros as Micros, outcome as Outcome, cause_code as CauseCode, cause_text as CauseText
            from attempts where handling = @Handling and stage = @Stage and delivery = @Ordinal order by ordinal
            """,
            new { key.Handling, key.Stage, key.Ordinal },
            cancellationToken)
        .ConvertAll(row => new AttemptRecord(key, row.Ordinal, SqlSource.Time(row.StartedAt), row.Micros, row.Outcome, row.CauseCode, row.CauseText));

    /// <summary>A dead letter is a dead or unknown handling; its endpoint is that of the delivery that failed, null when a step did.</summary>
    public IReadOnlyList<DeadLetterGroup> DeadLetters(bool released, CancellationToken cancellationToken)
    {
        var rows = released ? $"{DeadLetterRows} union all {ReleasedRows}" : DeadLetterRows;
        var groups = source.List<GroupRow>(
            $"""
            select coalesce(CauseCode, '') as CauseCode, CausePlace, Endpoint, count(*) as Count, min(At) as First, max(At) as Last, max(Released) as Released
            from ({rows}) as dead group by CauseCode, CausePlace, Endpoint, Released is null order by Released is not null, count(*) desc, CauseCode
            """,
            null,
            cancellationToken);
        return groups.ConvertAll(row => new DeadLetterGroup(
            row.CauseCode, row.CausePlace, row.Endpoint, row.Count, SqlSource.Time(row.First), SqlSource.Time(row.Last), Sample(row, cancellationToken))
        {
            Released = SqlSource.Time(row.Released),
        });
    }

    private const string DeadLetterColumns =
        """
        h.id as Id, h.cause_code as CauseCode, h.cause_place as CausePlace, h.now as At,
            (select d.endpoint from deliveries d where d.handling = h.id and d.state > 2 and d.state < 7 order by d.stage desc, d.ordinal limit 1) as Endpoint
        """;

    private const string DeadLetterRows = $"select {DeadLetterColumns}, null as Released from handlings h where h.state < 5 and h.state in (3, 4)";

    private const string ReleasedRows = $"select {DeadLetterColumns}, coalesce(h.ended_at, h.now) as Released from handlings h where h.state = 5";

    private List<long> Sample(GroupRow group, CancellationToken cancellationToken) =>
        source.List<long>(
            $"""
            select Id from ({(group.Released is null ? DeadLetterRows : ReleasedRows)}) as dead
            where coalesce(CauseCode, '') = @CauseCode and coalesce(CausePlace, '') = coalesce(@CausePlace, '') and coalesce(Endpoint, '') = coalesce(@Endpoint, '')
            order by Id desc limit 5
            """,
            new { group.CauseCode, group.CausePlace, group.Endpoint },
            cancellationToken);

    private List<DeliveryRecord> List(string sql, object arguments, CancellationToken cancellationToken) =>
        source.List<DeliveryRow>(sql, arguments, cancellationToken).ConvertAll(row => row.Record(source));

    private sealed class AttemptRow
    {
        public int Ordinal { get; set; }

        public long StartedAt { get; set; }

        public long Micros { get; set; }

        public string Outcome { get; set; } = "";

        public string? CauseCode { get; set; }

        public string? CauseText { get; set; }
    }

    private sealed class PendingRow
    {
        public string Endpoint { get; set; } = "";

        public long Count { get; set; }
    }

    private sealed class GroupRow
    {
        public string CauseCode { get; set; } = "";

        public string? CausePlace { get; set; }

        public string? Endpoint { get; set; }

        public long Count { get; set; }

        public long First { get; set; }

        public long Last { get; set; }

        public long? Released { get; set; }
    }
}
