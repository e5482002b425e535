using Simphonie.Core.Journal;
using Simphonie.Engine.Control;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Control;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_definitions_are_corrected
{
    private readonly FakeEndpoint _rights = new("rights");
    private readonly FakeEndpoint _back = new("back");

    [Test]
    public async Task Should_retry_a_failed_stage_under_those_in_force_and_record_them()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Definitions.Routes.Step.Map(FakeMapping.Failing("PID-3"), "made", Routes.Nowhere), Routes.Send("back"))], _back);
        await hub.SendAsync("id=1;key=A");
        var dead = await hub.UntilHandlingAsync(1, HandlingState.Dead);
        await SwapAsync(hub, Routes.Of("all", Routes.Map("made", _ => "x=1"), Routes.Send("back")) with { Version = 2 });

        await hub.Engine.Commands.RetryAsync(new("c1", "tester"), dead.Id, default);
        await hub.UntilAsync(async () => (await hub.HandlingAsync(1)) is { State: HandlingState.Dead, Version: var version } && version > dead.Version + 1, "dead again under its own definitions");
        var result = await hub.Engine.Commands.RetryUnderCurrentAsync(new("c2", "tester"), dead.Id, default);
        var done = await hub.UntilHandlingAsync(1, HandlingState.Done);

        Assert.That(result.Outcome, Is.EqualTo(CommandOutcome.Done));
        Assert.That((done.Revision, done.RouteVersion), Is.EqualTo(("r2", 2)));
        Assert.That(_back.Texts, Is.EqualTo(new[] { "id=1;key=A" }));
        Assert.That((await hub.Reader.StagesAsync(done.Id, default)).Single().Steps.Select(step => step.Result), Is.EqualTo(new[] { "done", "done" }));
    }

    [Test]
    public async Task Should_read_the_recorded_answer_again_and_ask_nobody()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Call("rights", null, FakeMapping.Failing("answer")), Routes.Send("back"))], _rights, _back);
        await hub.SendAsync("id=1;key=A");
        var dead = await hub.UntilHandlingAsync(1, HandlingState.Dead);
        await SwapAsync(hub, Routes.Of("all", Routes.Call("rights", null, new FakeMapping("read", _ => "read=1")), Routes.Send("back")));

        await hub.Engine.Commands.RetryUnderCurrentAsync(new("c1", "tester"), dead.Id, default);
        await hub.UntilHandlingAsync(1, HandlingState.Done);

        Assert.That(_rights.Received, Has.Count.EqualTo(1));
        Assert.That(_back.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_refuse_when_the_route_in_force_waits_for_something_else_there()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Call("rights", null, FakeMapping.Failing("answer")), Routes.Send("back"))], _rights, _back);
        await hub.SendAsync("id=1;key=A");
        var dead = await hub.UntilHandlingAsync(1, HandlingState.Dead);
        await SwapAsync(hub, Routes.Of("all", Routes.Call("back"), Routes.Send("back")));

        var result = await hub.Engine.Commands.RetryUnderCurrentAsync(new("c1", "tester"), dead.Id, default);

        Assert.That((result.Outcome, result.Finding!.Code), Is.EqualTo((CommandOutcome.Refused, ControlCodes.OtherRoute)));
        Assert.That((await hub.HandlingAsync(1)).State, Is.EqualTo(HandlingState.Dead));
    }

    private static async Task SwapAsync(TestHub hub, Definitions.Routes.Route route)
    {
        hub.Definitions.Swap("r2", route);
        await hub.UntilAsync(async () => (await hub.Engine.HealthAsync(default)).Revision == "r2", "the new definitions in force");
    }
}
