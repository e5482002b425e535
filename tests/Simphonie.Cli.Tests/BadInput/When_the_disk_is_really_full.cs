using System.Globalization;
using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.BadInput;

/// <summary>
/// The real hub on a disk of a few megabytes that another program fills to the last byte while messages come in: between two looks at its marks
/// the hub runs into the end of the disk itself.
/// </summary>
public sealed class When_the_disk_is_really_full
{
    private const int Megabytes = 48;

    private readonly List<string> _acknowledged = [];
    private int _sent;
    private int _refused;

    [TestCase(false, TestName = "Should_lose_nothing_that_it_acknowledged_when_room_is_made")]
    [TestCase(true, TestName = "Should_lose_nothing_that_it_acknowledged_when_the_disk_grows")]
    [CancelAfter(240_000)]
    public async Task Should_lose_nothing(bool grows, CancellationToken cancellationToken)
    {
        _acknowledged.Clear();
        (_sent, _refused) = (0, 0);
        await using var receiver = new MllpReceiver();
        receiver.Start();
        await using var site = new TestSite(new Dictionary<string, int> { ["gap-return"] = receiver.Port }, settings: "disk: {low_megabytes: 3, lower_megabytes: 2, reserve_megabytes: 1}");
        site.WriteRoute("relay", "A02", "  - send: gap-return\n    document: message", "retry: {attempts: 50, first_wait_seconds: 1, factor: 1}\nexpires: 48 hours");
        await using var disk = await SmallDisk.TryMountAsync(site.Data, Megabytes, cancellationToken);
        Assume.That(disk, Is.Not.Null, "neither `unshare -m` nor `unshare -Urm` may mount a file system here: run the tests as root, or let users make namespaces");
        site.Wrapper = disk!.Wrapper;
        await site.StartAsync(cancellationToken);
        await SendUntilAsync(site, () => _acknowledged.Count >= 50, cancellationToken);
        Assert.That(_refused, Is.Zero);

        var filling = disk.FillAsync(cancellationToken);
        await SendUntilAsync(site, () => filling.IsCompleted && _refused >= 30, cancellationToken);
        await filling;
        Assert.That(site.Hub.HasExited, Is.False, () => $"the hub has ended: {site.Hub.Output}");

        await (grows ? disk.GrowAsync(Megabytes * 2, cancellationToken) : disk.EmptyAsync(cancellationToken));
        var before = _acknowledged.Count;
        await SendUntilAsync(site, () => _acknowledged.Count >= before + 20, cancellationToken);

        await receiver.WaitUntilAsync(received => _acknowledged.All(id => received.Any(message => message.Contains($"|P{id}^^^", StringComparison.Ordinal))), cancellationToken);
        var kept = (await site.RunAsync(cancellationToken, "messages", "list", "--json", "--limit", "100000")).Json.Select(message => message.GetProperty("control id").GetString()).ToList();
        Assert.That(_acknowledged, Is.SubsetOf(kept));
        Assert.That(kept, Is.Unique, "what was not acknowledged was sent under another id, so nothing is there twice");
        Assert.That(await site.StopAsync(cancellationToken), Is.Zero);
    }

    /// <summary>Sends one message after the other, each of a dossier of its own, over connections that are made again when the hub closes them.</summary>
    private async Task SendUntilAsync(TestSite site, Func<bool> isEnough, CancellationToken cancellationToken)
    {
        MllpWire? wire = null;
        while (!isEnough())
        {
            var id = (++_sent).ToString("'M'0", CultureInfo.InvariantCulture);
            wire ??= await MllpWire.ConnectAsync(site.Port, cancellationToken);
            var answer = await AskAsync(wire, Hl7Text.Movement("A02", id, id), cancellationToken);
            if (Hl7Text.CodeOf(answer) == "AA")
            {
                _acknowledged.Add(id);
                continue;
            }

            _refused++;
            if (answer is null)
            {
                wire.Dispose();
                wire = null;
                continue;
            }

            Assert.That((Hl7Text.CodeOf(answer), Hl7Text.AnsweredOf(answer)), Is.EqualTo(("AE", id)));
            Assert.That(Hl7Text.ErrorsOf(answer), Is.EqualTo((string[])["207"]), "it is to be sent again");
        }

        wire?.Dispose();
    }

    // Null: no acknowledgement.
    private static async Task<string?> AskAsync(MllpWire wire, string message, CancellationToken cancellationToken)
    {
        try
        {
            return await wire.AskAsync(message, cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
