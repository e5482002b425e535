using System.Text;
using Dapper;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of messages.</summary>
internal sealed class MessageQueries(SqlSource source)
{
    private const string Whole =
        $"select {MessageRow.Columns}, {MessageRow.PayloadColumns} from messages m left join payloads p on p.id = m.payload";

    public MessageRecord? One(long id, CancellationToken cancellationToken) =>
        source.Row<MessageRow>($"{Whole} where m.id = @id", cancellationToken, new QueryArgument("id", id))?.Record(source);

    public IReadOnlyList<MessageRecord> Unsequenced(int limit, CancellationToken cancellationToken) =>
        Records(source.Rows<MessageRow>(
            $"""
            {Whole}
            where m.id > coalesce((select value from meta where name = 'sequencer'), 0) and m.state = 0
            order by m.id limit @limit
            """,
            cancellationToken,
            new QueryArgument("limit", limit)));

    public IReadOnlyList<MessageRecord> Page(MessageQuery query, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder("select ").Append(MessageRow.Columns).Append(" from ");
        var arguments = new DynamicParameters();
        arguments.Add("limit", query.Limit);

        void Where(bool given, string condition, string name, object? value)
        {
            if (given)
            {
                sql.Append(" and ").Append(condition);
                arguments.Add(name, value);
            }
        }

        if (query.Key is { } key)
        {
            if (source.StoredValue(key) is not { } value)
            {
                return [];
            }

            // The order of a cross join is kept by SQLite: the few rows of the key lead, and their index already has the order of the page.
            sql.Append("business_keys k cross join messages m where m.id = k.message and k.name = @name");
            // '_' is the character after '^': the range holds exactly what begins with the identifier and the three separators.
            sql.Append(query.AnyAuthority ? " and k.value >= @value || '^^^' and k.value < @value || '^^_'" : " and k.value = @value");
            arguments.Add("name", key.Name);
            arguments.Add("value", value);
            Where(query.Establishment is not null, "k.establishment = @establishment", "establishment", query.Establishment);
            Where(query.Before is not null, "k.message < @before", "before", query.Before);
        }
        else
        {
            sql.Append("messages m where 1 = 1");
            Where(query.Establishment is not null, "m.establishment = @establishment", "establishment", query.Establishment);
            Where(query.Before is not null, "m.id < @before", "before", query.Before);
        }

        Where(query.From is not null, "m.received_at >= @from", "from", query.From?.UtcTicks);
        Where(query.To is not null, "m.received_at < @to", "to", query.To?.UtcTicks);
        Where(query.Channel is not null, "m.channel = @channel", "channel", query.Channel);
        Where(query.State is not null, StateCondition(query.State), "state", (long?)query.State);
        Where(query.Type is not null, "m.type = @type", "type", query.Type);
        Where(query.ControlId is not null, "m.control_id = @controlId", "controlId", query.ControlId);
        Where(query.Correlation is not null, "m.correlation = @correlation", "correlation", query.Correlation);
        sql.Append(query.Key is null ? " order by m.id desc limit @limit" : " order by k.message desc limit @limit");
        return Records(source.List<MessageRow>(sql.ToString(), arguments, cancellationToken));
    }

    /// <summary>The partial index is only used when its condition stands in the query as it is written there.</summary>
    private static string StateCondition(MessageState? state) =>
        state is MessageState.Refused or MessageState.Duplicate or MessageState.Unrouted ? "m.state > 0 and m.state <> 3 and m.state = @state" : "m.state = @state";

    private MessageRecord[] Records(List<MessageRow> rows)
    {
        var records = new MessageRecord[rows.Count];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = rows[i].Record(source);
        }

        return records;
    }
}
