using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Crash;

public sealed class When_it_dies_after_counting
{
    [Test]
    public async Task Should_count_the_message_once()
    {
        var died = new TaskCompletionSource();
        var limit = new Step.Limit(FakeExpression.Field("key"), 1, TimeSpan.FromHours(1), "Look for a loop.", Routes.Nowhere);
        var options = new TestHubOptions
        {
            Routes = [Routes.Of("all", limit, Routes.Send("back"))],
            DiesAt = writes => writes.Any(write => write is JournalWrite.InsertStage) && died.TrySetResult(),
        };
        var hub = await TestHub.StartAsync(options, new FakeEndpoint("back"));
        await hub.SendAsync("id=1;key=A");
        await died.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await hub.KillAsync();

        var back = new FakeEndpoint("back");
        await using var again = await TestHub.StartAsync(new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = hub.Time }, back);
        await again.UntilHandlingAsync(1, HandlingState.Done);
        await again.SendAsync("id=2;key=A");
        await again.UntilHandlingAsync(2, HandlingState.Dropped);

        Assert.That(back.Texts, Is.EqualTo(new[] { "id=1;key=A" }));
    }
}
