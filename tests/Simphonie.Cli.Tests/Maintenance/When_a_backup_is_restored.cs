using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Maintenance;

public sealed class When_a_backup_is_restored
{
    [Test]
    [CancelAfter(120_000)]
    public async Task Should_go_on_where_the_backup_was_made(CancellationToken cancellationToken)
    {
        var receiverPort = HubProcess.FreePort();
        await using var site = new TestSite(new Dictionary<string, int> { ["gap-return"] = receiverPort });
        site.WriteRoute("relay", "A02", "  - send: gap-return\n    document: message", "retry: {attempts: 50, first_wait_seconds: 1, factor: 1}");
        await site.StartAsync(cancellationToken);
        var waiting = Hl7Text.Movement("A02", "BACKUP1", "D1") + "NTE|1||" + new string('x', 100_000) + "\r";
        await site.SendAsync(waiting, cancellationToken);
        await site.HandlingAsync("BACKUP1", HandlingState.Waiting, cancellationToken);
        var backup = Path.Combine(site.Directory, "backup");

        var made = await site.RunAsync(cancellationToken, "backup", backup);
        await site.SendAsync(Hl7Text.Movement("A02", "BACKUP2", "D2"), cancellationToken);
        await site.StopAsync(cancellationToken);
        var full = await site.RunAsync(cancellationToken, "restore", backup);
        Directory.Delete(site.Data, recursive: true);
        var restored = await site.RunAsync(cancellationToken, "restore", backup);

        Assert.That((made.Status, full.Status, restored.Status), Is.EqualTo((0, 3, 0)), made.Output + full.Output + restored.Output);
        await using var receiver = new MllpReceiver(receiverPort);
        receiver.Start();
        await site.StartAsync(cancellationToken);
        await receiver.WaitUntilAsync(all => all.Contains(waiting), cancellationToken);
        Assert.That(Hl7Text.CodeOf(await site.SendAsync(waiting, cancellationToken)), Is.EqualTo("AA"));
        var messages = (await site.RunAsync(cancellationToken, "messages", "list", "--json")).Json.Select(message => $"{message.GetProperty("control id")} {message.GetProperty("state")}");
        Assert.That(messages, Is.EqualTo(new[] { "BACKUP1 duplicate", "BACKUP1 routed" }), "the duplicate index came back too, and what came after the backup did not");
    }
}
