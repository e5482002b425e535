using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Commands;

/// <summary>A hub that was stopped: reading commands read, writing ones take the lock themselves, and a hub that starts again goes on from there.</summary>
public sealed class When_no_hub_runs
{
    private MllpReceiver _receiver = null!;
    private MllpReceiver _refusing = null!;
    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        _receiver = new MllpReceiver();
        _receiver.Start();
        _refusing = new MllpReceiver(code: "AR");
        _refusing.Start();
        _site = new TestSite(new Dictionary<string, int> { ["gap-return"] = _receiver.Port, ["refusing"] = _refusing.Port, ["absent"] = HubProcess.FreePort(), ["broken"] = HubProcess.FreePort() });
        SharedHub.WriteRoutes(_site);
        await _site.StartAsync(CancellationToken.None);
        foreach (var (trigger, id) in new[] { ("A02", "DONE1"), ("A03", "DEAD1"), ("A03", "DEAD2"), ("A03", "DEAD3"), ("A08", "WORK1"), ("A11", "WAIT1") })
        {
            await _site.SendAsync(Hl7Text.Movement(trigger, id, id), CancellationToken.None);
        }

        await _site.HandlingAsync("DONE1", HandlingState.Done, CancellationToken.None);
        await _site.HandlingAsync("DEAD1", HandlingState.Dead, CancellationToken.None);
        await _site.HandlingAsync("DEAD2", HandlingState.Dead, CancellationToken.None);
        await _site.HandlingAsync("DEAD3", HandlingState.Dead, CancellationToken.None);
        await _site.HandlingAsync("WORK1", HandlingState.Dropped, CancellationToken.None);
        await _site.HandlingAsync("WAIT1", HandlingState.Waiting, CancellationToken.None);
        await _site.StopAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task CleanAsync()
    {
        await _site.DisposeAsync();
        await _receiver.DisposeAsync();
        await _refusing.DisposeAsync();
    }

    [TestCase("messages", "list")]
    [TestCase("messages", "search", "--key", "dossier=DONE1")]
    [TestCase("deadletters", "list")]
    [TestCase("work", "list", "--all")]
    [TestCase("definitions", "list")]
    [CancelAfter(60_000)]
    public async Task Should_still_be_read(params string[] arguments)
    {
        var run = await _site.RunAsync(CancellationToken.None, [.. arguments, "--json"]);

        Assert.That(run.Status, Is.Zero, run.Output);
        Assert.That(run.Json, Is.Not.Empty);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_still_say_why_a_message_is_where_it_is(CancellationToken cancellationToken)
    {
        var handling = await _site.HandlingAsync("WAIT1", HandlingState.Waiting, cancellationToken);

        Assert.That((await _site.RunAsync(cancellationToken, "messages", "show", $"{handling.Message}")).Output, Does.Contain("at absent"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_discard_and_release_dead_letters(CancellationToken cancellationToken)
    {
        var discarded = await _site.HandlingAsync("DEAD1", HandlingState.Dead, cancellationToken);
        var released = await _site.HandlingAsync("DEAD2", HandlingState.Dead, cancellationToken);

        var discard = await _site.CommandAsync(cancellationToken, "deadletters", "discard", $"{discarded.Id}", "--why", "a test");
        var release = await _site.CommandAsync(cancellationToken, "deadletters", "release", $"{released.Id}");

        Assert.That((discard.Status, release.Status), Is.EqualTo((0, 0)), discard.Output + release.Output);
        await _site.HandlingAsync("DEAD1", HandlingState.Discarded, cancellationToken);
        await _site.HandlingAsync("DEAD2", HandlingState.Released, cancellationToken);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_close_work_items(CancellationToken cancellationToken)
    {
        var id = (await _site.RunAsync(cancellationToken, "work", "list", "--json")).Json.Single(item => item.GetProperty("what").GetString() == "Look at it.").GetProperty("id").GetInt64();

        var take = await _site.CommandAsync(cancellationToken, "work", "take", $"{id}");
        var done = await _site.CommandAsync(cancellationToken, "work", "done", $"{id}", "--why", "looked");

        Assert.That((take.Status, done.Status), Is.EqualTo((0, 0)), take.Output + done.Output);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_run_dry(CancellationToken cancellationToken)
    {
        var handling = await _site.HandlingAsync("DONE1", HandlingState.Done, cancellationToken);

        var run = await _site.CommandAsync(cancellationToken, "replay", "--handling", $"{handling.Id}", "--dry-run");

        Assert.That(run.Status, Is.Zero, run.Output);
    }

    [Test]
    [Order(99)]
    [CancelAfter(120_000)]
    public async Task Should_do_at_the_next_start_what_was_ordered_while_stopped(CancellationToken cancellationToken)
    {
        var dead = await _site.HandlingAsync("DEAD3", HandlingState.Dead, cancellationToken);
        var done = await _site.HandlingAsync("DONE1", HandlingState.Done, cancellationToken);
        var retry = await _site.CommandAsync(cancellationToken, "deadletters", "retry", $"{dead.Id}");
        var resend = await _site.CommandAsync(cancellationToken, "replay", "--resend", $"{done.Id}.0.0");
        Assert.That((retry.Status, resend.Status), Is.EqualTo((0, 0)), retry.Output + resend.Output);
        Assert.That(_receiver.Received, Has.Count.EqualTo(1), "a stopped hub sends nothing");

        await _site.StartAsync(cancellationToken);

        await _receiver.WaitUntilAsync(all => all.Count == 2, cancellationToken);
        await _refusing.WaitUntilAsync(all => all.Count(message => message.Contains("|DEAD3|", StringComparison.Ordinal)) == 2, cancellationToken);
    }
}
