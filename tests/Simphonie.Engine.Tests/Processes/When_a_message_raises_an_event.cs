using Simphonie.Core.Journal;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Processes;

public sealed class When_a_message_raises_an_event
{
    [Test]
    public async Task Should_begin_a_case_and_take_it_from_state_to_state()
    {
        await using var hub = await DebtHub.StartAsync();

        var first = await hub.SendAsync("debt=7;event=open;ref=o1;amount=1000");
        await hub.UntilHandlingAsync(first.MessageId, HandlingState.Done);
        var second = await hub.SendAsync("debt=7;event=payment;ref=p1;amount=400");
        await hub.UntilHandlingAsync(second.MessageId, HandlingState.Done);
        var third = await hub.SendAsync("debt=7;event=payment;ref=p2;amount=600");
        await hub.UntilHandlingAsync(third.MessageId, HandlingState.Done);

        var debt = await hub.DebtAsync("7");
        Assert.That(debt, Has.Property("State").EqualTo("settled").And.Property("Holds").EqualTo("""{"asked":1000,"paid":1000}"""));
        Assert.That(debt!.EndedAt, Is.Not.Null);
        Assert.That(
            (await hub.HistoryAsync("7")).Select(one => (one.Event, one.From, one.To, one.Message)),
            Is.EqualTo(new[] { ("open", null, "open", first.MessageId), ("payment", "open", "open", second.MessageId), ("payment", "open", "settled", (long?)third.MessageId) }));
    }

    [Test]
    public async Task Should_absorb_a_copy_and_count_it()
    {
        await using var hub = await DebtHub.StartAsync();

        foreach (var text in new[] { "debt=7;event=open;ref=o1;amount=1000", "debt=7;event=payment;ref=p1;amount=400", "debt=7;event=payment;ref=p1;amount=400;copy=1" })
        {
            await hub.UntilHandlingAsync((await hub.SendAsync(text)).MessageId, HandlingState.Done);
        }

        Assert.That((await hub.DebtAsync("7"))!.Holds, Is.EqualTo("""{"asked":1000,"paid":400}"""));
        Assert.That((await hub.HistoryAsync("7")).Select(one => (one.Identity, one.Seen)), Is.EqualTo(new[] { ("open/o1", 1), ("payment/p1", 2) }));
    }

    [Test]
    public async Task Should_keep_what_is_unexpected_and_tell_people_once()
    {
        await using var hub = await DebtHub.StartAsync();

        foreach (var text in new[]
        {
            "debt=7;event=open;ref=o1;amount=1000", "debt=7;event=payment;ref=p1;amount=1000", "debt=7;event=payment;ref=p2;amount=1", "debt=7;event=payment;ref=p3;amount=1",
        })
        {
            await hub.UntilHandlingAsync((await hub.SendAsync(text)).MessageId, HandlingState.Done);
        }

        Assert.That((await hub.HistoryAsync("7")).Select(one => one.Outcome), Is.EqualTo(new[] { CaseOutcome.Taken, CaseOutcome.Taken, CaseOutcome.Unexpected, CaseOutcome.Unexpected }));
        Assert.That((await hub.DebtAsync("7"))!.Alert, Is.Not.Null);
        var items = await hub.Reader.WorkItemsAsync(new(), CancellationToken.None);
        Assert.That(items.Select(item => item.Code), Is.EqualTo(new[] { "SIM4603" }));
    }

    [Test]
    public async Task Should_keep_an_event_for_a_case_that_does_not_exist_with_its_message()
    {
        await using var hub = await DebtHub.StartAsync();

        var sent = await hub.SendAsync("debt=9;event=payment;ref=p1;amount=1000");
        await hub.UntilHandlingAsync(sent.MessageId, HandlingState.Done);

        Assert.That(await hub.DebtAsync("9"), Is.Null);
        var item = (await hub.Reader.WorkItemsAsync(new(), CancellationToken.None)).Single();
        Assert.That((item.Code, item.Message), Is.EqualTo(("SIM4605", (long?)sent.MessageId)));
        Assert.That((await hub.Reader.EventsAsync(sent.MessageId, CancellationToken.None)).Single().Kind, Is.EqualTo("debt.payment"));
    }

    [Test]
    public async Task Should_tell_which_cases_a_message_touched()
    {
        await using var hub = await DebtHub.StartAsync();

        var sent = await hub.SendAsync("debt=7;event=open;ref=o1;amount=1000");
        await hub.UntilHandlingAsync(sent.MessageId, HandlingState.Done);

        var cases = await hub.Reader.Cases.OfMessageAsync(sent.MessageId, 0, 10, CancellationToken.None);
        Assert.That(cases.Select(one => one.Key), Is.EqualTo(new[] { "7" }));
    }
}
