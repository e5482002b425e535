using Simphonie.Core.Journal;
using Simphonie.Engine.Control;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Control;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_dead_letter_holds_its_key
{
    private readonly FakeEndpoint _back = new("back");

    [Test]
    public async Task Should_send_the_same_bytes_when_it_is_retried_and_then_let_the_next_go()
    {
        await using var hub = await DeadAsync();
        var dead = await hub.HandlingAsync(1);
        _back.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));

        var result = await hub.Engine.Commands.RetryAsync(new("c1", "tester"), dead.Id, default);
        await hub.UntilHandlingAsync(2, HandlingState.Done);

        Assert.That(result.Outcome, Is.EqualTo(CommandOutcome.Done));
        Assert.That(_back.Received.Select(one => one.Text), Is.EqualTo(new[] { "id=1;key=A", "id=1;key=A", "id=2;key=A" }));
        Assert.That(_back.Received[0], Is.EqualTo(_back.Received[1]));
    }

    [Test]
    public async Task Should_let_the_next_go_when_it_is_released()
    {
        await using var hub = await DeadAsync();
        _back.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));

        await hub.Engine.Commands.ReleaseAsync(new("c1", "tester"), (await hub.HandlingAsync(1)).Id, default);
        await hub.UntilHandlingAsync(2, HandlingState.Done);

        var released = await hub.HandlingAsync(1);
        Assert.That(released.State, Is.EqualTo(HandlingState.Released));
        Assert.That(released.CauseCode, Is.EqualTo(FakeEndpoint.Refused.Id));
    }

    [Test]
    public async Task Should_tell_the_case_when_it_is_discarded()
    {
        await using var hub = await DeadAsync();
        _back.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));

        await hub.Engine.Commands.DiscardAsync(new("c1", "tester"), (await hub.HandlingAsync(1)).Id, "the stay never was", default);
        await hub.UntilHandlingAsync(2, HandlingState.Done);

        Assert.That((await hub.HandlingAsync(1)).State, Is.EqualTo(HandlingState.Discarded));
        Assert.That((await hub.Reader.EventsAsync(1, default)).Select(one => one.Kind), Is.EqualTo(new[] { "handling-dead", "handling-discarded" }));
    }

    [Test]
    public async Task Should_carry_a_command_out_once()
    {
        await using var hub = await DeadAsync();
        var dead = await hub.HandlingAsync(1);

        var first = await hub.Engine.Commands.ReleaseAsync(new("c1", "tester"), dead.Id, default);
        var again = await hub.Engine.Commands.ReleaseAsync(new("c1", "tester"), dead.Id, default);
        var other = await hub.Engine.Commands.ReleaseAsync(new("c2", "tester"), dead.Id, default);

        Assert.That((first.Outcome, again.Outcome, other.Outcome), Is.EqualTo((CommandOutcome.Done, CommandOutcome.Repeated, CommandOutcome.Refused)));
    }

    [Test]
    public async Task Should_not_hold_where_the_route_goes_on()
    {
        _back.Behaviour = (request, _) => new(KvFormat.Text(request.Body).StartsWith("id=1", StringComparison.Ordinal) ? FakeEndpoint.Rejects() : FakeEndpoint.Answer("ok=1"));
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back")) with { HoldOnDead = false }], _back);

        await hub.SendAsync("id=1;key=A");
        await hub.SendAsync("id=2;key=A");

        await hub.UntilHandlingAsync(2, HandlingState.Done);
        Assert.That((await hub.HandlingAsync(1)).State, Is.EqualTo(HandlingState.Released));
    }

    [Test]
    public async Task Should_be_dealt_with_by_cause()
    {
        _back.Behaviour = (_, _) => new(FakeEndpoint.Rejects());
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], _back);
        for (var i = 1; i <= 5; i++)
        {
            await hub.SendAsync($"id={i};key={i}");
            await hub.UntilHandlingAsync(i, HandlingState.Dead);
        }

        var commands = hub.Engine.Commands;
        var none = await commands.ForAllAsync(new("c1", "tester"), new(CauseCode: "SIM0000"), commands.ReleaseAsync, default);
        var all = await commands.ForAllAsync(new("c2", "tester"), new(CauseCode: FakeEndpoint.Refused.Id), commands.ReleaseAsync, default);

        Assert.That(none, Is.Empty);
        Assert.That(all.Select(one => one.Outcome), Is.EqualTo(Enumerable.Repeat(CommandOutcome.Done, 5)));
    }

    private async Task<TestHub> DeadAsync()
    {
        _back.Behaviour = (_, _) => new(FakeEndpoint.Rejects());
        var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], _back);
        await hub.SendAsync("id=1;key=A");
        await hub.UntilHandlingAsync(1, HandlingState.Dead);
        await hub.SendAsync("id=2;key=A");
        await hub.UntilHandlingAsync(2, HandlingState.Held);
        return hub;
    }
}
