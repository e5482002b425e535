using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Tests.Definitions;

/// <summary>Production mode: files are candidates; publishing activates them, a changed content needs a new version, and one can go back.</summary>
public sealed class When_definitions_are_published
{
    private const string Task = "  - work-item: Look at it.\n    why: The test says so.\n    stop: true";

    [Test]
    [CancelAfter(120_000)]
    public async Task Should_activate_refuse_and_go_back(CancellationToken cancellationToken)
    {
        await using var receiver = new MllpReceiver();
        receiver.Start();
        await using var site = new TestSite(new Dictionary<string, int> { ["gap-return"] = receiver.Port }, mode: "production");
        site.WriteRoute("relay", "A02", "  - send: gap-return\n    document: message");
        await site.StartAsync(cancellationToken);

        site.WriteRoute("relay", "A02", Task);
        var changed = await site.CommandAsync(cancellationToken, "definitions", "publish");
        Assert.That(changed.Status, Is.EqualTo(1), changed.Output);
        Assert.That(changed.Output, Does.Match("relay\\.route\\.yaml\\(\\d+,\\d+\\): error SIM14\\d\\d"));

        site.WriteRoute("relay", "A02", "  - send: gap-return\n    document: message");
        site.WriteRoute("task", "A08", Task);
        await site.SendAsync(Hl7Text.Movement("A08", "CANDIDATE", "D1"), cancellationToken);
        await StateAsync(site, "CANDIDATE", MessageState.Unrouted, cancellationToken);

        var publish = await site.CommandAsync(cancellationToken, "definitions", "publish");
        Assert.That(publish.Status, Is.Zero, publish.Output);
        var revisions = (await site.RunAsync(cancellationToken, "definitions", "list", "--json")).Json;
        Assert.That(revisions, Has.Length.EqualTo(2));
        await site.SendAsync(Hl7Text.Movement("A08", "PUBLISHED", "D1"), cancellationToken);
        await StateAsync(site, "PUBLISHED", MessageState.Routed, cancellationToken);

        var oldest = revisions.MinBy(row => row.GetProperty("stored").GetString()!, StringComparer.Ordinal).GetProperty("revision").GetString()!;
        var rollback = await site.CommandAsync(cancellationToken, "definitions", "rollback", oldest[..10]);
        Assert.That(rollback.Status, Is.Zero, rollback.Output);
        await site.SendAsync(Hl7Text.Movement("A08", "BACK", "D1"), cancellationToken);
        await StateAsync(site, "BACK", MessageState.Unrouted, cancellationToken);

        Assert.That((await site.CommandAsync(cancellationToken, "definitions", "rollback", "ffffffff")).Status, Is.EqualTo(1));
        await site.StopAsync(cancellationToken);
        await site.StartAsync(cancellationToken);
        await site.SendAsync(Hl7Text.Movement("A08", "RESTARTED", "D1"), cancellationToken);
        await StateAsync(site, "RESTARTED", MessageState.Unrouted, cancellationToken);
    }

    private static Task<MessageRecord> StateAsync(TestSite site, string controlId, MessageState state, CancellationToken cancellationToken) => site.WaitForAsync(
        async (journal, token) => (await journal.MessagesAsync(new MessageQuery { ControlId = controlId, Limit = 1 }, token)).FirstOrDefault(message => message.State == state), cancellationToken);
}
