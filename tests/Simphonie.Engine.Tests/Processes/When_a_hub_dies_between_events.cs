using Simphonie.Core.Journal;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Processes;

public sealed class When_a_hub_dies_between_events
{
    [TestCase(false, TestName = "before the stage that raises is committed")]
    [TestCase(true, TestName = "after it")]
    public async Task Should_neither_lose_an_event_nor_take_it_twice(bool after)
    {
        var died = new TaskCompletionSource();
        var raised = false;
        var options = new TestHubOptions
        {
            DiesAt = writes =>
            {
                var isPayment = writes.Any(write => write is JournalWrite.AddCaseEvent { Event.Event: "payment" });
                if (after ? !raised : !isPayment)
                {
                    raised |= isPayment;
                    return false;
                }

                died.TrySetResult();
                return true;
            },
        };
        var hub = await DebtHub.StartAsync(options);
        await hub.UntilHandlingAsync((await hub.SendAsync("debt=7;event=open;ref=o1;amount=1000")).MessageId, HandlingState.Done);
        await hub.SendAsync("debt=7;event=payment;ref=p1;amount=400");
        if (after)
        {
            await hub.UntilAsync(async () => (await hub.HistoryAsync("7")).Count == 2, "a payment that is kept");
        }
        else
        {
            await died.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        await hub.KillAsync();
        await using var again = await DebtHub.StartAsync(new() { Directory = hub.DataDirectory });
        await again.UntilAsync(async () => (await again.HistoryAsync("7")).Count == 2, "a payment that is kept");
        await again.QuietAsync();

        Assert.That((await again.DebtAsync("7"))!.Holds, Is.EqualTo("""{"asked":1000,"paid":400}"""));
        Assert.That((await again.HistoryAsync("7")).Select(one => (one.Event, one.Seen)), Is.EqualTo(new[] { ("open", 1), ("payment", 1) }));
    }
}
