using Simphonie.Core.Journal;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Finds what is kept about somebody and not dealt with yet.</summary>
internal sealed class MentionQueries(SqlSource source)
{
    public PendingMention? First(MentionQuery query, CancellationToken cancellationToken)
    {
        var arguments = new List<QueryArgument> { new("establishment", query.Establishment), new("world", (long)query.World), new("after", query.After) };
        var routes = query.Routes.Count == 0 ? "null" : QueryArgument.AddAll(arguments, "route", query.Routes);
        var parts = new List<string>(query.Keys.Count);
        foreach (var key in query.Keys)
        {
            if (source.StoredValue(key) is { } value)
            {
                arguments.Add(new($"name{parts.Count}", key.Name));
                arguments.Add(new($"value{parts.Count}", value));
                parts.Add(Part(parts.Count, routes));
            }
        }

        return parts.Count > 0 && source.Row<MentionRow>(
            $"select Message, Handling from ({string.Join(" union all ", parts)}) as found order by Message limit 1",
            cancellationToken,
            [.. arguments]) is { } row
            ? new(row.Message, row.Handling)
            : null;
    }

    // The order of a cross join is kept by SQLite: the rows of the key after the message lead, which are few. State 0: received, not sequenced; below 5: unfinished.
    private static string Part(int i, string routes) =>
        $"""
        select m.id as Message, h.id as Handling
        from business_keys k cross join messages m left join handlings h on h.message = m.id and h.state < 5 and h.route in ({routes})
        where m.id = k.message and k.name = @name{i} and k.value = @value{i} and k.establishment = @establishment and k.message > @after
            and m.world = @world and (m.state = 0 or h.id is not null)
        """;

    private sealed class MentionRow
    {
        public long Message { get; set; }

        public long? Handling { get; set; }
    }
}
