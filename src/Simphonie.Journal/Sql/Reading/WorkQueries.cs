using Simphonie.Core.Journal;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of work items, tickets, groups and figures.</summary>
internal sealed class WorkQueries(SqlSource source)
{
    /// <summary>Beyond this backlog the figure of unsequenced messages is an upper bound: counting it would cost more than it tells.</summary>
    private const int ExactBacklog = 10_000;

    public IReadOnlyList<WorkItemRecord> Items(WorkItemQuery query, CancellationToken cancellationToken)
    {
        var conditions = (query.OpenOnly ? " and done_at is null" : "")
            + (query.Code is null ? "" : " and code = @Code")
            + (query.Before is null ? "" : " and id < @Before")
            + (query.Id is null ? "" : " and id = @Id");
        return source.List<ItemRow>(
            $"""
            select id as Id, establishment as Establishment, code as Code, what as What, why as Why, message as Message, handling as Handling,
                delivery as Delivery, opened_at as OpenedAt, taken_by as TakenBy, done_at as DoneAt, done_by as DoneBy, done_why as DoneWhy, identity as Identity, case_id as CaseId
            from work_items where 1 = 1{conditions} order by id desc limit @Limit
            """,
            new { query.Code, query.Before, query.Id, query.Limit },
            cancellationToken).ConvertAll(row => row.Record());
    }

    public long? Ticket(string ticket, string? peer, CancellationToken cancellationToken) =>
        source.First<long?>(
            "select handling from tickets where ticket = @ticket and coalesce(peer, '') = coalesce(@peer, '')",
            new { ticket, peer },
            cancellationToken);

    public IReadOnlyList<AggregateGroup> DueGroups(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        Groups("g.closed_at is null and g.closes_at <= @now order by g.closes_at, g.id limit @limit", new { now = now.UtcTicks, limit }, cancellationToken);

    public AggregateGroup? GroupOf(long handling, CancellationToken cancellationToken)
    {
        var groups = Groups("g.id = (select group_id from aggregate_members where handling = @handling)", new { handling }, cancellationToken);
        return groups.Count == 0 ? null : groups[0];
    }

    public JournalFigures Figures(CancellationToken cancellationToken)
    {
        var position = source.First<PositionRow>(
            "select coalesce((select max(id) from messages), 0) as Messages, coalesce((select value from meta where name = 'sequencer'), 0) as Sequencer",
            null,
            cancellationToken)!;
        var behind = position.Messages - position.Sequencer;
        if (behind is > 0 and <= ExactBacklog)
        {
            behind = source.First<long>("select count(*) from messages where id > @Sequencer and state = 0", new { position.Sequencer }, cancellationToken);
        }

        var counts = source.List<CountRow>("select state as State, count(*) as Count from handlings where state < 5 group by state", null, cancellationToken)
            .ToDictionary(row => (HandlingState)row.State, row => row.Count);
        var items = source.First<long>("select count(*) from work_items where done_at is null", null, cancellationToken);
        var pending = source.First<long>("select count(*) from deliveries where state = 0", null, cancellationToken);
        return new(
            position.Messages,
            behind,
            counts.GetValueOrDefault(HandlingState.Ready),
            counts.GetValueOrDefault(HandlingState.Held),
            counts.GetValueOrDefault(HandlingState.Waiting),
            counts.GetValueOrDefault(HandlingState.Dead),
            counts.GetValueOrDefault(HandlingState.Unknown),
            items,
            pending);
    }

    private List<AggregateGroup> Groups(string condition, object arguments, CancellationToken cancellationToken) =>
        source.List<GroupRow>(
            $"select g.id as Id, g.establishment as Establishment, g.route as Route, g.group_key as GroupKey, g.closes_at as ClosesAt from aggregate_groups g where {condition}",
            arguments,
            cancellationToken)
        .ConvertAll(row => new AggregateGroup(
            row.Id, row.Establishment, row.Route, row.GroupKey, SqlSource.Time(row.ClosesAt),
            source.List<long>("select handling from aggregate_members where group_id = @Id order by handling", new { row.Id }, cancellationToken)));

    private sealed class PositionRow
    {
        public long Messages { get; set; }

        public long Sequencer { get; set; }
    }

    private sealed class CountRow
    {
        public long State { get; set; }

        public long Count { get; set; }
    }

    private sealed class GroupRow
    {
        public long Id { get; set; }

        public string Establishment { get; set; } = "";

        public string Route { get; set; } = "";

        public string GroupKey { get; set; } = "";

        public long ClosesAt { get; set; }
    }
}
