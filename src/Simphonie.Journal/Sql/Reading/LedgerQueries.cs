using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of what outlives messages: ledger, events, revisions.</summary>
internal sealed class LedgerQueries(SqlSource source)
{
    public LedgerEntry? Entry(string establishment, World world, string kind, string key, CancellationToken cancellationToken) =>
        source.Row<EntryRow>(
            """
            select value as Value, message as Message, at as At from ledger
            where establishment = @establishment and world = @world and kind = @kind and key = @key
            """,
            cancellationToken,
            new("establishment", establishment),
            new("world", (long)world),
            new("kind", kind),
            new("key", key)) is { } row
            ? new(establishment, world, kind, key, row.Value, row.Message, SqlSource.Time(row.At))
            : null;

    public LedgerEntry? After(LedgerQuery query, CancellationToken cancellationToken)
    {
        if (query.Kinds.Count == 0 || query.Keys.Count == 0)
        {
            return null;
        }

        var arguments = new List<QueryArgument> { new("establishment", query.Establishment), new("world", (long)query.World), new("after", query.After) };
        var kinds = QueryArgument.AddAll(arguments, "kind", query.Kinds);
        var keys = QueryArgument.AddAll(arguments, "key", query.Keys);
        return source.Row<FoundRow>(
            $"""
            select kind as Kind, key as Key, value as Value, message as Message, at as At from ledger
            where establishment = @establishment and world = @world and kind in ({kinds}) and key in ({keys}) and message > @after
            order by kind, message desc limit 1
            """,
            cancellationToken,
            [.. arguments]) is { } row
            ? new(query.Establishment, query.World, row.Kind, row.Key, row.Value, row.Message, SqlSource.Time(row.At))
            : null;
    }

    public IReadOnlyList<CaseEvent> Events(long message, CancellationToken cancellationToken) =>
        source.List<EventRow>(
            """
            select establishment as Establishment, world as World, identity as Identity, kind as Kind, key as Key, message as Message,
                handling as Handling, at as At
            from events where message = @message order by id
            """,
            new { message },
            cancellationToken)
        .ConvertAll(row => new CaseEvent(
            row.Establishment, (World)row.World, row.Identity, row.Kind, row.Key, row.Message, row.Handling, SqlSource.Time(row.At)));

    public ReadOnlyMemory<byte>? Revision(string revision, CancellationToken cancellationToken) =>
        source.First<byte[]>("select content from revisions where revision = @revision", new { revision }, cancellationToken) is { } content
            ? new ReadOnlyMemory<byte>(content)
            : default(ReadOnlyMemory<byte>?);

    public IReadOnlyList<RevisionRecord> Revisions(int limit, CancellationToken cancellationToken) =>
        source.List<RevisionRow>(
            """
            select a.revision as Revision, coalesce(r.stored_at, a.at) as StoredAt, a.at as ActivatedAt, a.activated_by as ActivatedBy
            from activations a left join revisions r on r.revision = a.revision
            order by a.id desc limit @limit
            """,
            new { limit },
            cancellationToken)
        .ConvertAll(row => new RevisionRecord(row.Revision, SqlSource.Time(row.StoredAt), SqlSource.Time(row.ActivatedAt), row.ActivatedBy));

    private sealed class FoundRow
    {
        public string Kind { get; set; } = "";

        public string Key { get; set; } = "";

        public string Value { get; set; } = "";

        public long Message { get; set; }

        public long At { get; set; }
    }

    private sealed class EntryRow
    {
        public string Value { get; set; } = "";

        public long Message { get; set; }

        public long At { get; set; }
    }

    private sealed class EventRow
    {
        public string Establishment { get; set; } = "";

        public long World { get; set; }

        public string Identity { get; set; } = "";

        public string Kind { get; set; } = "";

        public string Key { get; set; } = "";

        public long Message { get; set; }

        public long? Handling { get; set; }

        public long At { get; set; }
    }

    private sealed class RevisionRow
    {
        public string Revision { get; set; } = "";

        public long StoredAt { get; set; }

        public long ActivatedAt { get; set; }

        public string? ActivatedBy { get; set; }
    }
}
