using Simphonie.Core.Journal;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Road;

public sealed class When_more_waits_than_queues_hold
{
    [Test]
    public async Task Should_deliver_all_of_it_in_order_of_each_key_when_the_endpoint_is_back()
    {
        const int Keys = 40;
        var down = true;
        var back = new FakeEndpoint("back", inFlight: 2);
        back.Behaviour = (_, _) => new(Volatile.Read(ref down) ? FakeEndpoint.IsDown() : FakeEndpoint.Answer("ok=1"));
        var options = new TestHubOptions
        {
            Routes = [Routes.Of("all", Routes.Send("back"))],
            Settings = settings => settings with { Lanes = 2, LaneCapacity = 4, EndpointCapacity = 4, SequencerPage = 8 },
        };
        await using var hub = await TestHub.StartAsync(options, back);
        for (var i = 0; i < Keys * 2; i++)
        {
            await hub.SendAsync($"id={i};key={i % Keys}");
        }

        await hub.UntilAsync(async () => (await hub.Reader.FiguresAsync(default)).PendingDeliveries == Keys, "a delivery of each key");
        Volatile.Write(ref down, false);
        await hub.PassAsync(async () => await hub.Reader.FiguresAsync(default) is { Held: 0, Ready: 0, Waiting: 0 }, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), "all delivered");

        var delivered = back.Texts.Distinct().ToList();
        Assert.That(delivered, Has.Count.EqualTo(Keys * 2));
        Assert.That(Enumerable.Range(0, Keys).All(key => delivered.IndexOf($"id={key};key={key}") < delivered.IndexOf($"id={key + Keys};key={key}")), Is.True);
    }
}
