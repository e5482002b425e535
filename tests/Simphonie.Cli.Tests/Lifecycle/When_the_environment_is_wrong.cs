using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Lifecycle;

/// <summary>Exit status: 0 fine, 1 findings, 2 wrong usage, 3 environment; each with words that say what to do.</summary>
public sealed class When_the_environment_is_wrong
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Should_name_the_port_that_is_taken(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int>());
        using var taken = new TcpListener(IPAddress.Loopback, site.Port);
        taken.Start();

        var run = await site.CommandAsync(cancellationToken, "run");

        Assert.That(run.Status, Is.EqualTo(3), run.Output);
        Assert.That(run.Output, Does.Match("error SIM\\d{4}: .*").And.Contain($"127.0.0.1:{site.Port}"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_name_the_process_that_holds_the_data_directory(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int>());
        await site.StartAsync(cancellationToken);

        var second = await site.CommandAsync(cancellationToken, "run");

        Assert.That(second.Status, Is.EqualTo(3), second.Output);
        Assert.That(second.Output, Does.Contain($"process {site.Hub.Id}"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_show_file_line_and_column_of_what_is_wrong_in_hub_yaml(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int>());
        var lines = await File.ReadAllLinesAsync(site.Config, cancellationToken);
        await File.WriteAllLinesAsync(site.Config, lines.Select(line => line.StartsWith("world:", StringComparison.Ordinal) ? "world: moon" : line), cancellationToken);

        var run = await site.CommandAsync(cancellationToken, "run");

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Match("hub\\.yaml\\(3,8\\): error SIM10\\d\\d: "));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_say_that_hub_yaml_is_missing(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "run", "--config", "/nowhere/hub.yaml", "--data", "/nowhere/data");

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain("/nowhere/hub.yaml").And.Contain("SIM6001"));
    }

    [TestCase("run", "--no-such-option")]
    [TestCase("messages", "show")]
    [TestCase("messages", "search")]
    [TestCase("no-such-command")]
    [TestCase("replay", "--handling", "1")]
    [TestCase("deadletters", "discard", "1")]
    [CancelAfter(60_000)]
    public async Task Should_tell_wrong_usage_apart(params string[] arguments)
    {
        var run = await HubProcess.RunAsync(CancellationToken.None, arguments);

        Assert.That(run.Status, Is.EqualTo(2), run.Output);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_say_that_there_is_no_journal(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "messages", "list", "--data", "/nowhere/data");

        Assert.That(run.Status, Is.EqualTo(3), run.Output);
        Assert.That(run.Output, Does.Contain("SIM5003").And.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_refuse_a_journal_of_a_newer_version(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int>());
        await site.StartAsync(cancellationToken);
        await site.StopAsync(cancellationToken);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(site.Data, "journal.db")};Pooling=False"))
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma user_version";
            var version = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
            command.CommandText = $"pragma user_version = {version + 1}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        var run = await site.CommandAsync(cancellationToken, "run");
        var list = await site.RunAsync(cancellationToken, "messages", "list");

        Assert.That((run.Status, list.Status), Is.EqualTo((3, 3)), run.Output + list.Output);
        Assert.That(run.Output, Does.Contain("SIM5001"));
    }
}
