using System.Collections.Concurrent;
using System.Globalization;
using Simphonie.Core.Journal;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>
/// Finds what is kept about somebody and not dealt with yet. It begins with what is not dealt with, which is little, and not with the person,
/// of whom there may be years: what it costs does not grow with the journal.
/// </summary>
internal sealed class MentionQueries(SqlSource source)
{
    private static readonly ConcurrentDictionary<(int Keys, int Routes), string> s_texts = new();

    public PendingMention? First(MentionQuery query, CancellationToken cancellationToken)
    {
        var arguments = new List<QueryArgument>(3 + query.Routes.Count + (2 * query.Keys.Count))
        {
            new("establishment", query.Establishment), new("world", (long)query.World), new("after", query.After),
        };
        for (var i = 0; i < query.Routes.Count; i++)
        {
            arguments.Add(new(Numbered("route", i), query.Routes[i]));
        }

        var keys = 0;
        foreach (var key in query.Keys)
        {
            if (source.StoredValue(key) is { } value)
            {
                arguments.Add(new(Numbered("name", keys), key.Name));
                arguments.Add(new(Numbered("value", keys), value));
                keys++;
            }
        }

        return keys > 0 && source.Row<MentionRow>(
            s_texts.GetOrAdd((keys, query.Routes.Count), static counts => Text(counts.Keys, counts.Routes)),
            cancellationToken,
            [.. arguments]) is { } row
            ? new(row.Message, row.Handling)
            : null;
    }

    private static string Text(int keys, int routes)
    {
        var parts = Enumerable.Range(0, keys).Select(Unsequenced);
        if (routes > 0)
        {
            var names = string.Join(", ", Enumerable.Range(0, routes).Select(static i => "@" + Numbered("route", i)));
            parts = parts.Concat(Enumerable.Range(0, keys).Select(i => Unfinished(i, names)));
        }

        return $"select Message, Handling from ({string.Join(" union all ", parts)}) as found order by Message limit 1";
    }

    // State 0: received, not sequenced; those are all behind the sequencer's position. SQLite keeps the order of a cross join.
    private static string Unsequenced(int i) =>
        $"""
        select m.id as Message, null as Handling
        from business_keys k cross join messages m
        where k.name = @name{i} and k.value = @value{i} and k.establishment = @establishment
            and k.message > (select max(at) from (select @after as at union all select value from meta where name = 'sequencer') as positions)
            and m.id = k.message and m.world = @world and m.state = 0
        """;

    // State below 5: unfinished. The few of these routes lead.
    private static string Unfinished(int i, string routes) =>
        $"""
        select h.message as Message, h.id as Handling
        from handlings h cross join business_keys k cross join messages m
        where h.establishment = @establishment and h.route in ({routes}) and h.state < 5 and h.message > @after
            and k.name = @name{i} and k.value = @value{i} and k.establishment = @establishment and k.message = h.message
            and m.id = h.message and m.world = @world
        """;

    private static string Numbered(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);

    private sealed class MentionRow
    {
        public long Message { get; set; }

        public long? Handling { get; set; }
    }
}
