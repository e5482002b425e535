using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Engine.Control;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Lots;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_lot_closes
{
    private readonly FakeEndpoint _caisse = new("caisse");

    [Test]
    public async Task Should_send_its_file_numbered_once_it_is_full()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options with { Lots = LotSite.Lots with { Invoices = 2 } }, _caisse);

        await hub.SendAsync("id=1;no=1;amount=150");
        await hub.SendAsync("id=2;no=2;amount=250");
        await hub.UntilAsync(async () => await LotAsync(hub, 1) is { State: LotState.Sent }, "sent");

        Assert.That(_caisse.Texts.Single(), Is.EqualTo("head=01750;file=000001;lot=1;date=20260302;mark=T\nid=1;no=1;amount=150\nid=2;no=2;amount=250\nend=2;billed=400\n").Or.EqualTo(
            "head=01750;file=000001;lot=1;date=20260302;mark=T\nid=2;no=2;amount=250\nid=1;no=1;amount=150\nend=2;billed=400\n"));
        Assert.That(hub.Options.Marks.Kept, Is.EqualTo(new[] { new LotMark(LotSite.Paris, 1, 1, "000001") }));
    }

    [Test]
    public async Task Should_close_by_time()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options, _caisse);
        await hub.SendAsync("id=1;no=1");
        await hub.UntilAsync(async () => await LotAsync(hub, 1) is not null, "opened");

        await hub.PassAsync(TimeSpan.FromMinutes(235), TimeSpan.FromMinutes(5));
        Assert.That(_caisse.Received, Is.Empty);
        await hub.PassAsync(() => Task.FromResult(_caisse.Received.Count == 1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), "sent");
    }

    [Test]
    public async Task Should_close_by_a_command_once()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options, _caisse);
        await hub.SendAsync("id=1;no=1");
        await hub.UntilAsync(async () => await LotAsync(hub, 1) is not null, "opened");

        var first = await hub.Engine.Lots!.CloseAsync(new("c1", "anne"), 1, default);
        var again = await hub.Engine.Lots!.CloseAsync(new("c1", "anne"), 1, default);
        await hub.UntilAsync(async () => await LotAsync(hub, 1) is { State: LotState.Sent }, "sent");

        Assert.That((first.Outcome, again.Outcome), Is.EqualTo((CommandOutcome.Done, CommandOutcome.Repeated)));
        Assert.That(_caisse.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_close_before_a_total_would_overflow()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options, _caisse);
        await hub.SendAsync("id=1;no=1;amount=60000");
        await hub.UntilHandlingAsync(1, HandlingState.Done);
        await hub.SendAsync("id=2;no=2;amount=40000");
        await hub.UntilAsync(async () => await LotAsync(hub, 1) is { State: LotState.Sent }, "sent");

        Assert.That(_caisse.Texts.Single(), Does.EndWith("end=1;billed=60000\n"));
        Assert.That((await LotAsync(hub, 2))!.Totals.Billed, Is.EqualTo(40000));
    }

    [Test]
    public async Task Should_keep_lots_apart_by_caisse()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options, _caisse);
        await hub.SendAsync("id=1;no=1;fund=750");
        await hub.SendAsync("id=2;no=2;fund=061");
        await hub.UntilAsync(async () => (await hub.Reader.Lots.LotsAsync(new(), default)).Count == 2, "two lots");

        Assert.That((await hub.Reader.Lots.LotsAsync(new(), default)).Select(lot => lot.Group.Recipient), Is.EquivalentTo(new[] { "01750", "01061" }));
    }

    [Test]
    public async Task Should_refuse_an_amount_that_no_lot_can_hold()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options, _caisse);
        await hub.SendAsync("id=1;no=1;amount=100000");
        var refused = await hub.UntilHandlingAsync(1, HandlingState.Dropped);

        Assert.That(refused.CauseCode, Is.EqualTo(LotCodes.InvoiceRefused.Id));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Single().Code, Is.EqualTo(LotCodes.InvoiceRefused.Id));
        Assert.That(await LotAsync(hub, 1), Is.Null);
    }

    [Test]
    public async Task Should_not_take_what_the_establishment_numbers_itself()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options, _caisse);
        await hub.SendAsync("id=1;no=1;scheme=02;fund=141");

        Assert.That((await hub.UntilHandlingAsync(1, HandlingState.Dead)).CauseCode, Is.EqualTo(LotCodes.OtherOwner.Id));
    }

    [Test]
    public async Task Should_not_send_real_invoices_with_a_profile_that_is_not_certified()
    {
        var options = LotSite.Options with { Settings = settings => settings with { World = Core.Messages.World.Real } };
        await using var hub = await TestHub.StartAsync(options, _caisse);
        await hub.SendAsync("id=1;no=1;world=real");

        Assert.That((await hub.UntilHandlingAsync(1, HandlingState.Dead)).CauseCode, Is.EqualTo(LotCodes.NotCertified.Id));
    }

    private static ValueTask<LotRecord?> LotAsync(TestHub hub, long id) => hub.Reader.Lots.LotAsync(id, default);
}
