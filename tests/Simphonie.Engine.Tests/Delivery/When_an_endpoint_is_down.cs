using Simphonie.Core.Journal;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Explain;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Delivery;

public sealed class When_an_endpoint_is_down
{
    [Test]
    public async Task Should_deliver_after_an_hour_without_using_up_attempts()
    {
        var back = new FakeEndpoint("back", inFlight: 1) { Behaviour = (_, _) => new(FakeEndpoint.IsDown()) };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var messages = new List<long>();
        for (var i = 1; i <= 5; i++)
        {
            messages.Add((await hub.SendAsync($"id={i};key={i}")).MessageId);
        }

        await hub.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromSeconds(10));
        foreach (var message in messages)
        {
            Assert.That((await hub.HandlingAsync(message)).State, Is.EqualTo(HandlingState.Waiting));
            var delivery = (await hub.Reader.DeliveriesOfAsync((await hub.HandlingAsync(message)).Id, default)).Single();
            Assert.That(delivery.Attempts, Is.LessThanOrEqualTo(1), "the circuit opened at the third failure of the endpoint");
        }

        var why = (await hub.Engine.Why.MessageAsync(messages[0], default)).Single();
        Assert.That(why.Reason, Is.EqualTo(WhereReason.CircuitOpen));
        Assert.That(why.At, Is.LessThan(hub.Time.GetUtcNow() - TimeSpan.FromMinutes(59)));
        Assert.That((await hub.Engine.HealthAsync(default)).OpenCircuits.Keys, Is.EqualTo(new[] { "back" }));

        back.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));
        await hub.PassAsync(
            async () => (await Task.WhenAll(messages.Select(hub.HandlingAsync))).All(handling => handling.State == HandlingState.Done),
            TimeSpan.FromSeconds(5),
            TimeSpan.FromMinutes(5),
            "all delivered");
        var bodies = back.Received.GroupBy(one => one.Identity);
        Assert.That(bodies.Select(body => body.Select(one => one.Text).Distinct().Count()), Is.All.EqualTo(1), "the same identity has the same bytes");
        Assert.That(bodies.Count(), Is.EqualTo(5));
    }

    [Test]
    public async Task Should_end_as_dead_when_the_attempts_are_used_up_and_hold_its_key()
    {
        var back = new FakeEndpoint("back") { Behaviour = (_, _) => new(FakeEndpoint.Busy()) };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var message = (await hub.SendAsync("id=1;key=A")).MessageId;
        var behind = (await hub.SendAsync("id=2;key=A")).MessageId;

        await hub.PassAsync(async () => (await hub.HandlingAsync(message)).State == HandlingState.Dead, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), "dead");

        Assert.That(back.Received, Has.Count.EqualTo(4));
        Assert.That((await hub.HandlingAsync(behind)).State, Is.EqualTo(HandlingState.Held));
        var handling = await hub.HandlingAsync(message);
        Assert.That(handling.CauseCode, Is.EqualTo(FakeEndpoint.Down.Id));
        var attempts = await hub.Reader.AttemptsAsync(new(handling.Id, 0, 0), default);
        Assert.That(attempts.Select(attempt => attempt.Ordinal), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That((await hub.Reader.EventsAsync(message, default)).Single().Kind, Is.EqualTo("handling-dead"));
        var group = (await hub.Reader.DeadLetterGroupsAsync(default)).Single();
        Assert.That((group.CauseCode, group.Endpoint, group.Count), Is.EqualTo((FakeEndpoint.Down.Id, "back", 1L)));
        var why = (await hub.Engine.Why.MessageAsync(behind, default)).Single();
        Assert.That((why.Reason, why.BehindMessage), Is.EqualTo((WhereReason.HeldBehind, (long?)message)));
    }

    [Test]
    public async Task Should_say_when_the_next_attempt_is()
    {
        var back = new FakeEndpoint("back") { Behaviour = (_, _) => new(FakeEndpoint.Busy()) };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var message = (await hub.SendAsync("id=1")).MessageId;
        await hub.UntilAsync(() => back.Received.Count == 1, "the first attempt");
        await hub.QuietAsync();

        var why = (await hub.Engine.Why.MessageAsync(message, default)).Single();

        Assert.That(why.Reason, Is.EqualTo(WhereReason.WaitsForRetry));
        Assert.That(why.At - hub.Time.GetUtcNow(), Is.InRange(TimeSpan.FromSeconds(1.6), TimeSpan.FromSeconds(2.4)));
    }

    [Test]
    public async Task Should_expire_at_the_end_of_the_route_and_let_the_next_start()
    {
        var back = new FakeEndpoint("back") { Behaviour = (_, _) => new(FakeEndpoint.IsDown()) };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back")) with { Expires = TimeSpan.FromMinutes(30) }], back);
        var message = (await hub.SendAsync("id=1;key=A")).MessageId;
        await hub.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(10));
        var later = (await hub.SendAsync("id=2;key=A")).MessageId;

        await hub.PassAsync(async () => (await hub.HandlingAsync(message)).State == HandlingState.Expired, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(11), "expired");
        back.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));
        await hub.PassAsync(async () => (await hub.HandlingAsync(later)).State == HandlingState.Done, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5), "the next to be delivered");

        Assert.That((await hub.Reader.EventsAsync(message, default)).Single().Kind, Is.EqualTo("handling-expired"));
    }
}
