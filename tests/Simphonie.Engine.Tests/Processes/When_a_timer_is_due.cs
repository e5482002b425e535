using Simphonie.Core.Journal;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Processes;

public sealed class When_a_timer_is_due
{
    [Test]
    public async Task Should_alert_once_and_go_on()
    {
        await using var hub = await DebtHub.StartAsync();
        await hub.UntilHandlingAsync((await hub.SendAsync("debt=7;event=open;ref=o1;amount=1000")).MessageId, HandlingState.Done);

        await hub.PassAsync(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(1));

        var debt = (await hub.DebtAsync("7"))!;
        Assert.That((debt.State, debt.Alert), Is.EqualTo(("open", "reminders are due")));
        Assert.That((await hub.HistoryAsync("7")).Select(one => one.Event), Is.EqualTo(new[] { "open", "timer" }));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), CancellationToken.None)).Select(item => (item.Code, item.What)), Is.EqualTo(new[] { ("SIM4601", "reminders are due") }));
    }

    [Test]
    public async Task Should_come_after_a_restart_that_slept_over_it()
    {
        var hub = await DebtHub.StartAsync();
        await hub.UntilHandlingAsync((await hub.SendAsync("debt=7;event=open;ref=o1;amount=1000")).MessageId, HandlingState.Done);
        await hub.QuietAsync();
        await hub.KillAsync();

        await using var again = await DebtHub.StartAsync(new() { Directory = hub.DataDirectory, Time = new(hub.Time.GetUtcNow() + TimeSpan.FromMinutes(30)) });
        await again.UntilAsync(async () => (await again.DebtAsync("7"))!.State == "lost", "a debt that is lost");

        Assert.That((await again.HistoryAsync("7")).Select(one => (one.Event, one.To)), Is.EqualTo(new[] { ("open", "open"), ("timer", "open"), ("timer", "lost") }));
        var items = await again.Reader.WorkItemsAsync(new(), CancellationToken.None);
        Assert.That(items.Select(item => item.What), Is.EquivalentTo(new[] { "reminders are due", "write it off" }));
        Assert.That(items.Single(item => item.What == "write it off").Case, Is.EqualTo((await again.DebtAsync("7"))!.Id));
    }
}
