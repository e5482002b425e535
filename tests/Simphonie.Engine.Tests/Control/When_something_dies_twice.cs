using Simphonie.Core.Journal;
using Simphonie.Engine.Control;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Control;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_something_dies_twice
{
    private readonly FakeEndpoint _back = new("back") { Behaviour = (_, _) => new(FakeEndpoint.Rejects()) };

    [Test]
    public async Task Should_tell_its_case_once_for_a_message_and_its_copy()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back")) with { Key = null }], _back);
        await hub.SendAsync("id=1");
        await hub.UntilHandlingAsync(1, HandlingState.Dead);
        await hub.Engine.Intake.ReceiveAsync(new() { Channel = "in", Body = "id=1"u8.ToArray(), Force = true }, default);
        await hub.UntilHandlingAsync(2, HandlingState.Dead);

        Assert.That((await hub.Reader.EventsAsync(1, default)).Select(one => one.Kind), Is.EqualTo(new[] { "handling-dead" }));
        Assert.That(await hub.Reader.EventsAsync(2, default), Is.Empty);
    }

    [Test]
    public async Task Should_be_given_up_for_good_where_the_route_had_gone_on()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back")) with { HoldOnDead = false }], _back);
        await hub.SendAsync("id=1;key=A");
        var released = await hub.UntilHandlingAsync(1, HandlingState.Released);

        var result = await hub.Engine.Commands.DiscardAsync(new("c1", "tester"), released.Id, "nobody needs it", default);

        Assert.That((result.Outcome, (await hub.HandlingAsync(1)).State), Is.EqualTo((CommandOutcome.Done, HandlingState.Discarded)));
        Assert.That((await hub.Reader.EventsAsync(1, default)).Select(one => one.Kind), Is.EqualTo(new[] { "handling-dead", "handling-discarded" }));
    }
}
