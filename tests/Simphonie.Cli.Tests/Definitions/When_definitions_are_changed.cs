using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Definitions;

/// <summary>Development mode: the files are in force, and watched.</summary>
public sealed class When_definitions_are_changed
{
    private const string Relay = "  - send: gap-return\n    document: message";
    private const string Task = "  - work-item: Look at it.\n    why: The test says so.\n    stop: true";

    private MllpReceiver _receiver = null!;
    private TestSite _site = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _receiver = new MllpReceiver();
        _receiver.Start();
        _site = new TestSite(new Dictionary<string, int> { ["gap-return"] = _receiver.Port });
        _site.WriteRoute("relay", "A02", Relay);
        await _site.StartAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _site.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Should_show_what_the_new_ones_would_have_done_without_a_connection(CancellationToken cancellationToken)
    {
        await _site.SendAsync(Hl7Text.Movement("A02", "AGAINST", "D1"), cancellationToken);
        var handling = await _site.HandlingAsync("AGAINST", HandlingState.Done, cancellationToken);
        var before = await RevisionsAsync(1, cancellationToken);

        _site.WriteRoute("relay", "A02", Task);
        var after = await RevisionsAsync(2, cancellationToken);
        var replay = await _site.CommandAsync(cancellationToken, "replay", "--handling", $"{handling.Id}", "--against", "current", "--diff");
        var same = await _site.CommandAsync(cancellationToken, "replay", "--handling", $"{handling.Id}", "--against", before[0].Revision[..12]);
        var diff = await _site.RunAsync(cancellationToken, "definitions", "diff", before[0].Revision[..12], after[0].Revision[..12], "--json");
        var list = await _site.RunAsync(cancellationToken, "definitions", "list", "--json");

        Assert.Multiple(() =>
        {
            Assert.That(replay.Status, Is.EqualTo(1), replay.Output);
            Assert.That(replay.Output, Does.Contain("delivery to gap-return").And.Contain("differs").And.Contain("- MSH|^~\\&|GAM"));
            Assert.That(same.Status, Is.Zero, same.Output);
            Assert.That(diff.Json.Single().GetProperty("change").GetString(), Is.EqualTo("changed"));
            Assert.That(diff.Json.Single().GetProperty("definition").GetString(), Does.EndWith("relay.route.yaml"));
            Assert.That(list.Json.Select(row => row.GetProperty("revision").GetString()), Is.EqualTo(after.Select(one => one.Revision)));
            Assert.That(_receiver.Received, Has.Count.EqualTo(1), "a dry run opens no connection");
        });
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Should_keep_the_last_good_ones_when_the_new_are_wrong(CancellationToken cancellationToken)
    {
        _site.WriteRoute("relay", "A02", "  - send: nowhere\n    document: message");
        await _site.Hub.WaitForOutputAsync("relay.route.yaml(9,11): error SIM", cancellationToken);

        await _site.SendAsync(Hl7Text.Movement("A02", "GOOD", "D2"), cancellationToken);

        await _receiver.WaitUntilAsync(all => all.Any(message => message.Contains("|GOOD|", StringComparison.Ordinal)), cancellationToken);
        Assert.That(await RevisionsAsync(1, cancellationToken), Has.Count.EqualTo(1));
    }

    private Task<IReadOnlyList<RevisionRecord>> RevisionsAsync(int count, CancellationToken cancellationToken) => _site.WaitForAsync(
        async (journal, token) => await journal.RevisionsAsync(10, token) is { } all && all.Count >= count ? all : null, cancellationToken);
}
