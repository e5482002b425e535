using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Engine.Control;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Lots;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_lot_comes_back
{
    private readonly FakeEndpoint _caisse = new("caisse");

    [Test]
    public async Task Should_send_the_invoices_of_a_refused_lot_again_under_a_new_number()
    {
        await using var hub = await SentAsync();
        var answer = await hub.Engine.Lots!.AnswerAsync(1, "5001", [], default);
        await hub.UntilAsync(async () => await LotAsync(hub, 2) is { State: LotState.Sent }, "sent again");
        var again = await hub.Engine.Lots.AnswerAsync(1, "5001", [], default);

        Assert.That((answer.Outcome, again.Outcome), Is.EqualTo((CommandOutcome.Done, CommandOutcome.Repeated)));
        Assert.That(_caisse.Texts.Select(text => text.Split(";date")[0]), Is.EqualTo(new[] { "head=01750;file=000001;lot=1", "head=01750;file=000002;lot=2" }));
        Assert.That((await LotAsync(hub, 1))!.Cause, Is.EqualTo("5001"));
    }

    [Test]
    public async Task Should_keep_the_number_of_an_acknowledged_lot_until_it_is_settled()
    {
        await using var hub = await SentAsync();
        await hub.Engine.Lots!.AnswerAsync(1, null, [], default);
        Assert.That((await LotAsync(hub, 1))!.State, Is.EqualTo(LotState.Acknowledged));
        Assert.That((await hub.Reader.Lots.NumbersAsync(LotSite.Paris, default)).Taken, Is.EqualTo(new[] { 1 }));

        await hub.Engine.Lots.SettleAsync(new("s1", "anne"), 1, "All was paid by other ways.", default);
        Assert.That((await hub.Reader.Lots.NumbersAsync(LotSite.Paris, default)).Taken, Is.Empty);
    }

    [Test]
    public async Task Should_take_a_lot_back_that_cannot_leave_change_it_and_send_it()
    {
        _caisse.Behaviour = (_, _) => new(FakeEndpoint.Rejects());
        await using var hub = await TestHub.StartAsync(LotSite.Options with { Lots = LotSite.Lots with { Invoices = 2 } }, _caisse);
        await hub.SendAsync("id=1;no=000000001;amount=100");
        await hub.SendAsync("id=2;no=000000002;amount=200");
        await hub.UntilHandlingAsync(3, HandlingState.Dead);

        var reopened = await hub.Engine.Lots!.ReopenAsync(new("r1", "anne"), 1, "An invoice is wrong.", default);
        Assert.That((reopened.Outcome, reopened.Id), Is.EqualTo((CommandOutcome.Done, 2L)));
        Assert.That((await LotAsync(hub, 2))!.Held, Is.True);
        await hub.Engine.Lots.TakeOutAsync(new("t1", "anne"), "750000010", World.Test, new("750000010", "000000002", ""), default);
        _caisse.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));
        await hub.Engine.Lots.CloseAsync(new("c1", "anne"), 2, default);
        await hub.UntilAsync(async () => await LotAsync(hub, 2) is { State: LotState.Sent }, "sent");

        Assert.That(_caisse.Texts[^1], Does.StartWith("head=01750;file=000002;lot=2;").And.EndsWith("end=1;billed=100\n"));
        Assert.That((await hub.Reader.HandlingsOfAsync(3, default)).Single().State, Is.EqualTo(HandlingState.Discarded));
    }

    [Test]
    public async Task Should_not_take_back_what_has_arrived()
    {
        await using var hub = await SentAsync();

        Assert.That((await hub.Engine.Lots!.ReopenAsync(new("r1", "anne"), 1, "Too late.", default)).Finding!.Code, Is.EqualTo(LotCodes.WrongState));
    }

    [Test]
    public async Task Should_make_a_task_of_another_invoice_of_a_number_that_is_live()
    {
        await using var hub = await SentAsync();
        await hub.SendAsync("id=9;no=1;amount=999");
        var refused = await hub.UntilHandlingAsync(3, HandlingState.Dropped);

        Assert.That(refused.CauseCode, Is.EqualTo(LotCodes.InvoiceLive.Id));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Single().Code, Is.EqualTo(LotCodes.InvoiceLive.Id));
    }

    [Test]
    public async Task Should_leave_lots_ready_and_tell_somebody_once_when_all_numbers_are_taken()
    {
        await using var hub = await TestHub.StartAsync(LotSite.Options with { Lots = LotSite.Lots with { Invoices = 1 } }, _caisse);
        for (var i = 1; i <= 999; i++)
        {
            await hub.SendAsync($"id={i};no={i}");
        }

        await hub.UntilAsync(async () => (await hub.Reader.Lots.NumbersAsync(LotSite.Paris, default)).Taken.Count == 999, "all taken");
        await hub.SendAsync("id=1000;no=1000");
        await hub.UntilAsync(async () => (await hub.Reader.WorkItemsAsync(new(), default)).Count == 1, "told");
        await hub.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));

        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Single().Code, Is.EqualTo(LotCodes.NumbersUsedUp.Id));
        var waiting = (await hub.Reader.Lots.ReadyAsync(0, 10, default)).Single();
        await hub.UntilAsync(async () => await LotAsync(hub, 5) is { State: LotState.Sent }, "sent");
        await hub.Engine.Lots!.SettleAsync(new("s1", "anne"), 5, "It is over.", default);
        await hub.UntilAsync(async () => await LotAsync(hub, waiting.Id) is { Number: 5 }, "closed with the number that is free");
    }

    private static ValueTask<LotRecord?> LotAsync(TestHub hub, long id) => hub.Reader.Lots.LotAsync(id, default);

    private async Task<TestHub> SentAsync()
    {
        var hub = await TestHub.StartAsync(LotSite.Options with { Lots = LotSite.Lots with { Invoices = 1 } }, _caisse);
        await hub.SendAsync("id=1;no=1");
        await hub.UntilAsync(async () => await LotAsync(hub, 1) is { State: LotState.Sent }, "sent");
        return hub;
    }
}
