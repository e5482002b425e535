using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Road;

public sealed class When_the_hub_stops
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Should_give_up_what_hangs_in_time_and_do_it_after_the_next_start(bool repeatSafe)
    {
        var hangs = new FakeEndpoint("back", repeatSafe)
        {
            Behaviour = async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return FakeEndpoint.NoAnswer();
            },
        };
        var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], hangs);
        await hub.SendAsync("id=1;key=A");
        await hub.SendAsync("id=2;key=A");
        await hub.UntilAsync(() => hangs.Received.Count == 1, "the attempt to have begun");

        var stopping = hub.Engine.StopAsync(CancellationToken.None);
        var late = await hub.SendAsync("id=3;key=A");
        while (!stopping.IsCompleted)
        {
            hub.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stopping;
        await hub.Journal.DisposeAsync();
        Assert.That(late.Disposition, Is.EqualTo(IntakeDisposition.Overloaded));

        var back = new FakeEndpoint("back", repeatSafe);
        await using var again = await TestHub.StartAsync(new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = hub.Time }, back);
        await again.UntilHandlingAsync(1, HandlingState.Done);
        await again.UntilHandlingAsync(2, HandlingState.Done);
        Assert.That(back.Texts, Is.EqualTo(new[] { "id=1;key=A", "id=2;key=A" }));
        Assert.That(back.Received[0], Is.EqualTo(hangs.Received[0]));
    }
}
