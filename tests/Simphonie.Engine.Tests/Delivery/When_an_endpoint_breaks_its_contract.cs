using Simphonie.Core.Journal;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Delivery;

public sealed class When_an_endpoint_breaks_its_contract
{
    [TestCase(true, HandlingState.Dead)]
    [TestCase(false, HandlingState.Unknown)]
    public async Task Should_stop_in_the_end_and_hold_no_worker(bool repeatSafe, HandlingState expected)
    {
        var back = new FakeEndpoint("back", repeatSafe, inFlight: 1)
        {
            Behaviour = (request, _) => KvFormat.Text(request.Body).StartsWith("id=1", StringComparison.Ordinal) ? throw new InvalidOperationException("secret") : new(FakeEndpoint.Answer("ok=1")),
        };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        await hub.SendAsync("id=1;key=A");
        await hub.SendAsync("id=2;key=B");

        await hub.PassAsync(async () => (await hub.HandlingAsync(1)).State == expected, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), $"{expected}");

        var broken = await hub.HandlingAsync(1);
        Assert.That((broken.CauseCode, broken.CauseText), Is.EqualTo((DeliveryCodes.EndpointBroke.Id, "The endpoint back ended by InvalidOperationException.")));
        Assert.That((await hub.HandlingAsync(2)).State, Is.EqualTo(HandlingState.Done));
    }
}
