using System.Buffers;
using System.Text;
using System.Text.Json;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of business cases.</summary>
internal sealed class CaseQueries(SqlSource source) : ICaseReader
{
    private const string LookUp =
        $"""
        select {CaseAnswerRow.Columns}
        from json_each(@questions) q
        left join cases c on c.establishment = @establishment and c.world = @world and c.process = @process and c.key = json_extract(q.value, '$[0]')
        left join case_events e on e.case_id = c.id and e.identity = json_extract(q.value, '$[1]')
        order by q.key
        """;

    public ValueTask<IReadOnlyList<CaseAnswer>> LookUpAsync(string establishment, World world, string process, IReadOnlyList<CaseQuestion> questions, CancellationToken cancellationToken)
    {
        var rows = source.Rows<CaseAnswerRow>(
            LookUp, cancellationToken, new("questions", Json(questions)), new("establishment", establishment), new("world", (long)world), new("process", process));
        var answers = new CaseAnswer[rows.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = rows[i].Answer(establishment, world, process, questions[i].Key);
        }

        return new(answers);
    }

    public ValueTask<CaseRecord?> CaseAsync(long id, CancellationToken cancellationToken) =>
        new(source.First<CaseRow>($"select {CaseRow.Columns} from cases c where c.id = @id", new { id }, cancellationToken)?.Record());

    public ValueTask<IReadOnlyList<CaseRecord>> CasesAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        var conditions = (query.Establishment is null ? "" : " and c.establishment = @Establishment")
            + (query.World is null ? "" : " and c.world = @World")
            + (query.Process is null ? "" : " and c.process = @Process")
            + (query.KeyStart is null ? "" : " and c.key >= @KeyStart and c.key < @KeyBehind")
            + (query.KeyEnd is null ? "" : " and substr(c.key, -length(@KeyEnd)) = @KeyEnd")
            + (query.Key is null ? "" : " and c.key = @Key")
            + (query.State is null ? "" : " and c.state = @State")
            + (query.Alerting ? " and c.alert is not null" : "")
            + (query.Open ? " and c.ended_at is null" : "")
            + (query.Before is null ? "" : " and c.id < @Before");
        return new(Records(
            $"select {CaseRow.Columns} from cases c where 1 = 1{conditions} order by c.id desc limit @Limit",
            new
            {
                query.Establishment,
                World = (int?)query.World,
                query.Process,
                query.KeyStart,
                KeyBehind = query.KeyStart + char.MaxValue,
                query.KeyEnd,
                query.Key,
                query.State,
                query.Before,
                query.Limit,
            },
            cancellationToken));
    }

    public ValueTask<IReadOnlyList<CaseCount>> CountsAsync(string? process, CancellationToken cancellationToken) =>
        new(source.List<CountRow>(
            $"select process as Process, state as State, count(*) as Count from cases {(process is null ? "" : "where process = @process")} group by process, state order by process, state",
            new { process },
            cancellationToken).ConvertAll(static row => new CaseCount(row.Process, row.State, row.Count)));

    public ValueTask<IReadOnlyList<CaseHistory>> HistoryAsync(long @case, int after, int limit, CancellationToken cancellationToken) =>
        new(source.List<CaseHistoryRow>(
            $"select {CaseHistoryRow.Columns} from case_events where case_id = @case and ordinal > @after order by ordinal limit @limit",
            new { @case, after, limit },
            cancellationToken).ConvertAll(static row => row.Record()));

    public ValueTask<IReadOnlyList<CaseRecord>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        new(Records($"select {CaseRow.Columns} from cases c where c.next_at <= @now order by c.next_at limit @limit", new { now = now.UtcTicks, limit }, cancellationToken));

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        new(SqlSource.Time(source.First<long?>("select min(next_at) from cases where next_at is not null", null, cancellationToken)));

    public ValueTask<IReadOnlyList<CaseRecord>> OfMessageAsync(long message, long after, int limit, CancellationToken cancellationToken) =>
        new(Records(
            $"""
            select {CaseRow.Columns} from cases c
            where c.id > @after and c.id in (
                select case_id from case_events where message = @message and case_id > @after
                union select case_id from case_messages where message = @message)
            order by c.id limit @limit
            """,
            new { message, after, limit },
            cancellationToken));

    public ValueTask<CaseDefinition?> DefinitionAsync(long id, CancellationToken cancellationToken) =>
        new(source.First<DefinitionRow>(
            "select process as Process, version as Version, hash as Hash, revision as Revision from case_definitions where id = @id", new { id }, cancellationToken) is { } row
            ? new CaseDefinition(id, row.Process, (int)row.Version, row.Hash, row.Revision)
            : null);

    public ValueTask<IReadOnlyList<RaisedEvent>> RaisedAsync(int limit, CancellationToken cancellationToken) =>
        new(source.List<RaisedRow>(
            """
            select id as Id, establishment as Establishment, world as World, identity as Identity, kind as Kind, key as Key, message as Message, handling as Handling, at as At
            from events where id > coalesce((select value from meta where name = 'raised'), 0) order by id limit @limit
            """,
            new { limit },
            cancellationToken).ConvertAll(static row => new RaisedEvent(
                row.Id, new(row.Establishment, (World)row.World, row.Identity, row.Kind, row.Key, row.Message, row.Handling, SqlSource.Time(row.At)))));

    private IReadOnlyList<CaseRecord> Records(string sql, object arguments, CancellationToken cancellationToken) =>
        source.List<CaseRow>(sql, arguments, cancellationToken).ConvertAll(static row => row.Record());

    private static string Json(IReadOnlyList<CaseQuestion> questions)
    {
        var buffer = new ArrayBufferWriter<byte>(questions.Count * 64);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var question in questions)
            {
                json.WriteStartArray();
                json.WriteStringValue(question.Key);
                json.WriteStringValue(question.Identity);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class CountRow
    {
        public string Process { get; set; } = "";

        public string State { get; set; } = "";

        public long Count { get; set; }
    }

    private sealed class DefinitionRow
    {
        public string Process { get; set; } = "";

        public long Version { get; set; }

        public string Hash { get; set; } = "";

        public string Revision { get; set; } = "";
    }

    private sealed class RaisedRow
    {
        public long Id { get; set; }

        public string Establishment { get; set; } = "";

        public long World { get; set; }

        public string Identity { get; set; } = "";

        public string Kind { get; set; } = "";

        public string Key { get; set; } = "";

        public long Message { get; set; }

        public long? Handling { get; set; }

        public long At { get; set; }
    }
}
