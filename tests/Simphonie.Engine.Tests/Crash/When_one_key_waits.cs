using Simphonie.Core.Journal;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Crash;

public sealed class When_one_key_waits
{
    [Test]
    public async Task Should_go_on_in_its_order_after_the_next_start()
    {
        var died = new TaskCompletionSource();
        var outcomes = 0;
        var options = new TestHubOptions
        {
            Routes = [Routes.Of("all", Routes.Send("back"))],
            DiesAt = writes => writes.Any(write => write is JournalWrite.InsertAttempt) && Interlocked.Increment(ref outcomes) >= 2 && (died.TrySetResult() || died.Task.IsCompleted),
        };
        var first = new FakeEndpoint("back");
        var hub = await TestHub.StartAsync(options, first);
        for (var i = 1; i <= 5; i++)
        {
            await hub.SendAsync($"id={i};key=A");
        }

        await died.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await hub.KillAsync();
        var second = new FakeEndpoint("back");
        await using var again = await TestHub.StartAsync(new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = hub.Time }, second);
        await again.UntilHandlingAsync(5, HandlingState.Done);

        Assert.That(first.Texts, Is.EqualTo(new[] { "id=1;key=A", "id=2;key=A" }));
        Assert.That(second.Texts, Is.EqualTo(new[] { "id=2;key=A", "id=3;key=A", "id=4;key=A", "id=5;key=A" }));
        Assert.That(second.Received[0], Is.EqualTo(first.Received[1]));
    }
}
