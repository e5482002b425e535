using Microsoft.Data.Sqlite;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Privacy;

/// <summary>
/// Messages that carry a mark in every identity go through every failure; then each place that is not payload is searched for the mark:
/// output of the hub, its logs, what the commands show, and every text column of the journal.
/// </summary>
public sealed class When_marked_messages_fail
{
    private const string Mark = "ZQXMARK";
    private const string Nir = "279035121518989";

    private MllpReceiver _refusing = null!;
    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task FailAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var token = patience.Token;
        _refusing = new MllpReceiver(code: "AE", text: $"unknown patient {Mark}");
        _refusing.Start();
        _site = new TestSite(new Dictionary<string, int> { ["refusing"] = _refusing.Port, ["absent"] = HubProcess.FreePort() });
        _site.WriteRoute("refused", "A03", "  - send: refusing\n    document: message");
        _site.WriteRoute("absent", "A11", "  - send: absent\n    document: message");
        _site.WriteRoute("invalid", "A01", "  - validate: hl7v2/pam-fr@2.11");
        _site.WriteRoute("task", "A08", "  - work-item: Look at it.\n    why: The test says so.\n    stop: true");
        _site.WriteRoute("filter", "A02", "  - filter: PID-5.1 = 'OTHER'\n    reason: Not the other.");
        await _site.StartAsync(token);
        foreach (var trigger in new[] { "A03", "A11", "A01", "A08", "A02", "A04" })
        {
            await _site.SendAsync(Marked(trigger, trigger), token);
        }

        await _site.SendAsync(Marked("A08", "A08").Replace("19790328", "19790329", StringComparison.Ordinal), token); // conflict
        await _site.SendAsync(Marked("A08", "REAL").Replace("|REAL|D|", "|REAL|P|", StringComparison.Ordinal), token); // other world
        await _site.SendAsync(Marked("A08", ""), token); // no control id
        await _site.SendAsync(Mark + Marked("A08", "NOISE"), token); // no header
        await _site.SendAsync(Marked("A08", "SHAPE").Replace("|19790328|F|", $"|{Mark}|{Mark}|", StringComparison.Ordinal), token); // bad values
        await _site.HandlingAsync("A03", HandlingState.Dead, token);
        await _site.HandlingAsync("A01", HandlingState.Dead, token);
        await _site.HandlingAsync("A08", HandlingState.Dropped, token);
        await _site.HandlingAsync("A02", HandlingState.Dropped, token);
        var waiting = await _site.HandlingAsync("A11", HandlingState.Waiting, token);
        await _site.WaitForAsync(async (journal, stop) => (await journal.DeliveriesOfAsync(waiting.Id, stop)).FirstOrDefault(delivery => delivery.CauseCode is not null), token);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _site.DisposeAsync();
        await _refusing.DisposeAsync();
    }

    [Test]
    public void Should_not_be_written_to_the_output_of_the_hub() => AssertClean(_site.Hub.Output, "output");

    [Test]
    public async Task Should_not_be_logged()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_site.Data, "logs")))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            AssertClean(await reader.ReadToEndAsync(), file);
        }
    }

    [TestCase("messages", "list", "--limit", "500")]
    [TestCase("deadletters", "list")]
    [TestCase("work", "list")]
    public async Task Should_not_be_listed(params string[] command)
    {
        AssertClean((await _site.RunAsync(CancellationToken.None, command)).Output, string.Join(' ', command));
        AssertClean((await _site.RunAsync(CancellationToken.None, [.. command, "--json"])).Output, string.Join(' ', command) + " --json");
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Should_not_be_shown_unless_asked_for(CancellationToken cancellationToken)
    {
        foreach (var message in (await _site.RunAsync(cancellationToken, "messages", "list", "--json")).Json)
        {
            var id = message.GetProperty("id").GetInt64();
            AssertClean((await _site.RunAsync(cancellationToken, "messages", "show", $"{id}")).Output, $"messages show {id}");
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_not_stand_in_any_text_of_the_journal(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_site.Data, "journal.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        var tables = await ColumnAsync(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'", cancellationToken);
        Assert.That(tables, Does.Contain("messages").And.Contain("business_keys"));
        foreach (var table in tables.Where(name => name != "payloads"))
        {
            foreach (var column in await ColumnAsync(connection, $"select name from pragma_table_info('{table}') where type = 'text'", cancellationToken))
            {
                AssertClean(string.Join('\n', await ColumnAsync(connection, $"select {column} from {table} where {column} is not null", cancellationToken)), $"{table}.{column}");
            }
        }
    }

    private static string Marked(string trigger, string controlId) => Hl7Text.Movement(trigger, controlId, "DOSSIER", name: $"{Mark}NOM^{Mark}PRENOM") + $"NTE|1||{Mark}\r";

    private static void AssertClean(string text, string where)
    {
        Assert.That(text, Does.Not.Contain(Mark), where);
        Assert.That(text, Does.Not.Contain(Nir), where);
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string query, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
