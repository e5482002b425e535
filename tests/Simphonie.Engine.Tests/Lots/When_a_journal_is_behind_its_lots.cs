using Simphonie.Core.Lots;
using Simphonie.Engine.Control;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Lots;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_journal_is_behind_its_lots
{
    private readonly FakeEndpoint _caisse = new("caisse");
    private readonly MemoryMarks _marks = new() { Kept = [new(LotSite.Paris, 7, 12, "00000C")] };

    [Test]
    public async Task Should_send_nothing_before_somebody_accepts_and_go_on_behind_them()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options with { Marks = _marks, Lots = LotSite.Lots with { Invoices = 1 } }, _caisse);
        await hub.SendAsync("id=1;no=1");
        await hub.UntilAsync(async () => await hub.Reader.Lots.LotAsync(1, default) is { State: LotState.Ready }, "ready");
        await hub.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30));

        Assert.That(hub.Engine.Lots!.Shut!.Code, Is.EqualTo(LotCodes.JournalBehind));
        Assert.That(_caisse.Received, Is.Empty);
        Assert.That(_marks.Kept.Single().Sequence, Is.EqualTo(7), "what is known to have left is not forgotten");

        Assert.That((await hub.Engine.Lots.AcceptAsync(new("a1", "anne"), "The lots of the morning are known.", default)).Outcome, Is.EqualTo(CommandOutcome.Done));
        await hub.UntilAsync(async () => await hub.Reader.Lots.LotAsync(1, default) is { State: LotState.Sent }, "sent");

        Assert.That(_caisse.Texts.Single(), Does.StartWith("head=01750;file=00000D;lot=13;"));
        Assert.That(_marks.Kept, Is.EqualTo(new[] { new LotMark(LotSite.Paris, 8, 13, "00000D") }));
    }

    [Test]
    public async Task Should_not_let_a_file_leave_whose_number_cannot_be_kept()
    {
        _marks.Kept = [];
        await using var hub = await TestHub.StartAsync(LotSite.Options with { Marks = _marks, Lots = LotSite.Lots with { Invoices = 1 } }, _caisse);
        _marks.Fails = true;
        await hub.SendAsync("id=1;no=1");
        await hub.UntilAsync(async () => await hub.Reader.Lots.LotAsync(1, default) is { State: LotState.Closed }, "closed");
        await hub.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));
        Assert.That(_caisse.Received, Is.Empty);

        _marks.Fails = false;
        await hub.PassAsync(() => Task.FromResult(_caisse.Received.Count == 1), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), "sent");
    }
}
