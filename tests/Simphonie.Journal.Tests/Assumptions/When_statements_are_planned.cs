using Dapper;
using Simphonie.Journal.Sql;
using Simphonie.Journal.Sqlite;
using Simphonie.Journal.Tests.Sqlite;

namespace Simphonie.Journal.Tests.Assumptions;

/// <summary>SQLite chooses a partial index only when the query repeats its condition, and guesses without statistics: what must not scan is held here.</summary>
public sealed class When_statements_are_planned
{
    private SqliteJournalFactory _factory = null!;
    private SqliteJournal _journal = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _factory = new();
        _journal = (SqliteJournal)await _factory.OpenAsync(TimeProvider.System);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await _journal.DisposeAsync();
        await _factory.DisposeAsync();
    }

    [TestCase(MessageSql.FindDuplicate, "SEARCH duplicates USING PRIMARY KEY (establishment=? AND key=?)")]
    [TestCase(HandlingSql.AnyOpen, "SEARCH handlings USING COVERING INDEX handlings_open_key (establishment=? AND route=? AND key=? AND state<?)")]
    [TestCase(HandlingSql.NextHeld, "SEARCH handlings USING INDEX handlings_open_key (establishment=? AND route=? AND key=? AND state=?)")]
    [TestCase(DeliverySql.Update, "SEARCH deliveries USING PRIMARY KEY (handling=? AND stage=? AND ordinal=?)")]
    [TestCase(LedgerSql.Count, "SEARCH counts USING COVERING INDEX counts_key (establishment=? AND world=? AND kind=? AND key=?)")]
    [TestCase(RetentionSql.Handlings, "handlings_ended")]
    [TestCase(LotSql.EndInvoice, "SEARCH lot_invoices USING INDEX lot_invoices_live (establishment=? AND world=? AND provider=? AND number=? AND complement=?)")]
    [TestCase(LotSql.TakeOut, "SEARCH lot_invoices USING INDEX lot_invoices_live (establishment=? AND world=? AND provider=? AND number=? AND complement=?)")]
    [TestCase("select * from deliveries d where d.endpoint = @e and d.state = 0 and d.next_at <= @n order by d.next_at, d.handling, d.stage, d.ordinal limit 5", "deliveries_due (endpoint=? AND next_at<?)")]
    [TestCase("select min(next_at) from deliveries where endpoint = @e and state = 0", "deliveries_due (endpoint=?)")]
    [TestCase("select * from deliveries d where d.state = 1 order by d.handling, d.stage, d.ordinal limit 5", "deliveries_sending")]
    [TestCase("select * from handlings h where h.state < 5 and h.state = @s and h.id > @a order by h.id limit 5", "handlings_open_state (state=? AND id>?)")]
    [TestCase("select * from handlings h where h.expires_at is not null and h.state < 5 and h.expires_at <= @n order by h.expires_at, h.id limit 5", "handlings_expires (expires_at>? AND expires_at<?)")]
    [TestCase("select state, count(*) from handlings where state < 5 group by state", "handlings_open_state")]
    [TestCase("select * from business_keys k cross join messages m where m.id = k.message and k.name = @n and k.value = @v order by k.message desc limit 5", "SEARCH k USING PRIMARY KEY (name=? AND value=?)")]
    [TestCase("select * from messages m where 1 = 1 and m.channel = @c order by m.id desc limit 5", "messages_channel (channel=?)")]
    [TestCase("select * from messages m where 1 = 1 and m.state > 0 and m.state <> 3 and m.state = @s order by m.id desc limit 5", "messages_state (state=?)")]
    [TestCase("select * from messages m where 1 = 1 and m.control_id = @c order by m.id desc limit 5", "messages_control_id (control_id=?)")]
    [TestCase("select * from messages m where 1 = 1 and m.correlation = @c order by m.id desc limit 5", "messages_correlation (correlation=?)")]
    [TestCase("select count(*) from payloads where content = @c", "payloads_content (content=?)")]
    public async Task Uses_the_index(string sql, string expected)
    {
        var plan = await PlanAsync(sql);

        Assert.That(plan, Does.Contain(expected));
        Assert.That(plan, Does.Not.Match(@"SCAN (messages|handlings|deliveries|[mhdp])\b(?! USING)"));
    }

    [TestCase("select * from deliveries d where d.endpoint = @e and d.state = 0 and d.next_at <= @n order by d.next_at, d.handling, d.stage, d.ordinal limit 5")]
    [TestCase("select * from messages m where 1 = 1 and m.channel = @c order by m.id desc limit 5")]
    [TestCase("select * from business_keys k cross join messages m where m.id = k.message and k.name = @n and k.value = @v and k.establishment = @e order by k.message desc limit 5")]
    public async Task Sorts_nothing(string sql) => Assert.That(await PlanAsync(sql), Does.Not.Contain("TEMP B-TREE"));

    /// <summary>A list of constants, in a statement or in the condition of an index that it keeps, is built as a table at each execution.</summary>
    [TestCase(MessageSql.InsertMessage)]
    [TestCase(MessageSql.SetState)]
    [TestCase(MessageSql.RememberDuplicate)]
    [TestCase(HandlingSql.Insert)]
    [TestCase(HandlingSql.Update)]
    [TestCase(HandlingSql.NextHeld)]
    [TestCase(HandlingSql.Promote)]
    [TestCase(DeliverySql.Insert)]
    [TestCase(DeliverySql.Update)]
    public async Task Builds_no_table_of_its_own(string sql)
    {
        var steps = await _journal.MaintainAsync(connection => connection.Query("explain " + sql).Select(step => (string)step.opcode).ToArray(), CancellationToken.None);

        Assert.That(steps, Does.Contain("Transaction"));
        Assert.That(steps, Does.Not.Contain("OpenEphemeral"));
    }

    private async Task<string> PlanAsync(string sql)
    {
        var steps = await _journal.MaintainAsync(
            connection => connection.Query("explain query plan " + sql).Select(step => (string)step.detail).ToArray(), CancellationToken.None);
        return string.Join('\n', steps);
    }
}
