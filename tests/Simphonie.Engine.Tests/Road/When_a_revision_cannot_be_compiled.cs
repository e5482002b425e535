using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Road;

public sealed class When_a_revision_cannot_be_compiled
{
    [Test]
    public async Task Should_make_a_dead_letter_and_hold_no_lane()
    {
        var died = new TaskCompletionSource();
        var options = new TestHubOptions
        {
            Routes = [Routes.Of("all", Routes.Send("back"))],
            DiesAt = writes => writes.Any(write => write is JournalWrite.InsertStage) && (died.TrySetResult() || died.Task.IsCompleted),
        };
        var hub = await TestHub.StartAsync(options, new FakeEndpoint("back"));
        await hub.SendAsync("id=1;key=A");
        await died.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await hub.KillAsync();
        hub.Definitions.Swap("r2", Routes.Of("all", Routes.Send("back")));
        hub.Definitions.Unreadable.Add("r1");

        await using var again = await TestHub.StartAsync(
            new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = hub.Time, Settings = settings => settings with { Lanes = 1 } },
            new FakeEndpoint("back"));
        var dead = await again.UntilHandlingAsync(1, HandlingState.Dead);
        await again.SendAsync("id=2;key=B");
        await again.UntilHandlingAsync(2, HandlingState.Done);
        Assert.That(dead.CauseCode, Is.EqualTo(DispatchCodes.RouteGone.Id));

        await again.Engine.Commands.RetryUnderCurrentAsync(new("c1", "tester"), dead.Id, default);
        await again.UntilHandlingAsync(1, HandlingState.Done);
    }
}
