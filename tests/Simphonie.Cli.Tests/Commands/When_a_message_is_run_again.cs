using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Commands;

public sealed class When_a_message_is_run_again
{
    [Test]
    [CancelAfter(90_000)]
    public async Task Should_differ_in_nothing_under_the_same_revision(CancellationToken cancellationToken)
    {
        var handling = await DoneAsync("AGAIN1", cancellationToken);
        var calls = SharedHub.Receiver.Received.Count;

        var run = await SharedHub.Site.CommandAsync(cancellationToken, "replay", "--message", $"{handling.Message}", "--dry-run", "--json");

        Assert.That(run.Status, Is.Zero, run.Output);
        Assert.That(run.Json.Select(row => row.GetProperty("result").GetString()), Is.Not.Empty.And.All.EqualTo("equal"));
        Assert.That(SharedHub.Receiver.Received, Has.Count.EqualTo(calls), "nothing is sent");
    }

    [Test]
    [CancelAfter(90_000)]
    public async Task Should_have_new_effects_only_with_a_reason(CancellationToken cancellationToken)
    {
        var handling = await DoneAsync("AGAIN2", cancellationToken);

        var without = await SharedHub.Site.CommandAsync(cancellationToken, "replay", "--handling", $"{handling.Id}", "--as-new");
        var with = await SharedHub.Site.CommandAsync(cancellationToken, "replay", "--handling", $"{handling.Id}", "--as-new", "--why", "a test");

        Assert.That((without.Status, with.Status), Is.EqualTo((1, 0)), without.Output + with.Output);
        await SharedHub.Receiver.WaitUntilAsync(all => Copies(all, "AGAIN2") == 2, cancellationToken);
    }

    [Test]
    [CancelAfter(90_000)]
    public async Task Should_send_the_frozen_bytes_to_one_endpoint(CancellationToken cancellationToken)
    {
        var handling = await DoneAsync("AGAIN3", cancellationToken);

        var run = await SharedHub.Site.CommandAsync(cancellationToken, "replay", "--resend", $"{handling.Id}.0.0");

        Assert.That(run.Status, Is.Zero, run.Output);
        await SharedHub.Receiver.WaitUntilAsync(all => Copies(all, "AGAIN3") == 2, cancellationToken);
        Assert.That(SharedHub.Receiver.Received.Where(message => message.Contains("|AGAIN3|", StringComparison.Ordinal)).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    [CancelAfter(90_000)]
    public async Task Should_send_an_edited_copy_exactly_once(CancellationToken cancellationToken)
    {
        var handling = await DoneAsync("AGAIN4", cancellationToken);
        var file = Path.Combine(SharedHub.Site.Directory, "edited.er7");
        await File.WriteAllTextAsync(file, Hl7Text.Movement("A02", "AGAIN4E", "AGAIN4", name: "CORRIGE^NOM"), cancellationToken);
        string[] edit = ["messages", "edit", $"{handling.Message}", file, "--id", "edit-AGAIN4"];

        var first = await SharedHub.Site.CommandAsync(cancellationToken, edit);
        var again = await SharedHub.Site.CommandAsync(cancellationToken, edit);
        var copy = await SharedHub.Site.HandlingAsync("AGAIN4E", HandlingState.Done, cancellationToken);

        Assert.That((first.Status, again.Status), Is.EqualTo((0, 0)), first.Output + again.Output);
        Assert.That(Copies(SharedHub.Receiver.Received, "AGAIN4E"), Is.EqualTo(1));
        var copies = (await SharedHub.Site.RunAsync(cancellationToken, "messages", "list", "--control-id", "AGAIN4E", "--json")).Json;
        Assert.That(copies, Has.Length.EqualTo(1));
        Assert.That((await SharedHub.Site.RunAsync(cancellationToken, "messages", "show", $"{copy.Message}")).Output, Does.Match($"of {handling.Message}\\b"), "linked to its original");
    }

    private static int Copies(IReadOnlyCollection<string> received, string controlId) => received.Count(message => message.Contains($"|{controlId}|", StringComparison.Ordinal));

    private static async Task<HandlingRecord> DoneAsync(string name, CancellationToken cancellationToken)
    {
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A02", name, name), cancellationToken);
        return await SharedHub.Site.HandlingAsync(name, HandlingState.Done, cancellationToken);
    }
}
