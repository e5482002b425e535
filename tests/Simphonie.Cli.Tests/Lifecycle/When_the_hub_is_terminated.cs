using System.Diagnostics;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Lifecycle;

public sealed class When_the_hub_is_terminated
{
    [Test]
    [CancelAfter(120_000)]
    public async Task Should_stop_in_time_and_lose_nothing_that_waits(CancellationToken cancellationToken)
    {
        var receiverPort = HubProcess.FreePort();
        await using var site = new TestSite(new Dictionary<string, int> { ["gap-return"] = receiverPort });
        site.WriteRoute("relay", "A02", "  - send: gap-return\n    document: message", "retry: {attempts: 50, first_wait_seconds: 1, factor: 1}");
        await site.StartAsync(cancellationToken);
        var sent = Enumerable.Range(0, 20).Select(number => Hl7Text.Movement("A02", $"T{number}", $"D{number % 4}")).ToArray();
        foreach (var message in sent)
        {
            Assert.That(Hl7Text.CodeOf(await site.SendAsync(message, cancellationToken)), Is.EqualTo("AA"));
        }

        await site.HandlingAsync("T0", HandlingState.Waiting, cancellationToken);
        var watch = Stopwatch.StartNew();
        var status = await site.StopAsync(cancellationToken);
        Assert.That(status, Is.Zero, site.Hub.Output);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(8)), "five seconds, and what a loaded machine needs to end a process");

        await using var receiver = new MllpReceiver(receiverPort);
        receiver.Start();
        await site.StartAsync(cancellationToken);

        // What was put off goes out when it is due, and not only at the hub's sweep every 30 seconds.
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(TimeSpan.FromSeconds(20));
        await receiver.WaitUntilAsync(all => sent.ToHashSet().IsSubsetOf(all), soon.Token);
        foreach (var dossier in receiver.Received.Distinct().GroupBy(message => message.Split('\r')[2].Split('|')[18]))
        {
            Assert.That(dossier, Is.EqualTo(sent.Where(message => message.Contains($"|{dossier.Key}\r", StringComparison.Ordinal))), "in order per dossier");
        }
    }
}
