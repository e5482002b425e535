using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Steps;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_step_fails
{
    private readonly FakeEndpoint _back = new("back");

    [Test]
    public async Task Should_tell_the_steps_before_it_and_all_of_its_findings()
    {
        await using var hub = await TestHub.StartAsync(
            [Routes.Of("all", Routes.Map("made", _ => "x=1"), new Step.Validate("kv/test", null, "fail", Routes.Nowhere), Routes.Send("back"))],
            _back);

        await hub.SendAsync("id=1");
        var dead = await hub.UntilHandlingAsync(1, HandlingState.Dead);

        var stage = (await hub.Reader.StagesAsync(dead.Id, default)).Single();
        Assert.That(stage.Steps.Select(step => (step.Step, step.Result)), Does.Contain(("1 map", "done")).And.Contain(("2 validate", "failed")));
        Assert.That(stage.Steps[^1].Findings.Select(finding => finding.Code.Id), Is.EqualTo(new[] { KvFormat.Missing.Id, DispatchCodes.ValidationFailed.Id }));
        Assert.That(stage.Documents, Is.Empty);
    }

    [Test]
    public async Task Should_tell_which_step_ended_by_an_internal_error_and_none_of_its_text()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Filter(FakeExpression.Throws("secret"), null, Routes.Nowhere))], _back);

        await hub.SendAsync("id=1");
        var dead = await hub.UntilHandlingAsync(1, HandlingState.Dead);

        var failed = (await hub.Reader.StagesAsync(dead.Id, default)).Single().Steps.Single(step => step.Result == "failed");
        Assert.That(failed.Step, Is.EqualTo("1 filter"));
        Assert.That(failed.Findings.Single().Text, Is.EqualTo("The step ended by InvalidOperationException."));
    }

    [Test]
    public async Task Should_tell_it_for_a_caller_who_waits_too()
    {
        var ask = Routes.Of("ask", new Step.Map(FakeMapping.Failing("PID-3"), "made", Routes.Nowhere), Routes.Call("back")) with { Key = null, Answer = "answer" };
        await using var hub = await TestHub.StartAsync([ask], _back);

        await hub.CallAsync("id=1");

        var stage = (await hub.Reader.StagesAsync((await hub.HandlingAsync(1)).Id, default)).Single();
        Assert.That(stage.Steps.Select(step => (step.Step, step.Result)), Is.EqualTo(new[] { ("1 map", "failed") }));
    }

    [Test]
    public async Task Should_differ_in_nothing_when_it_is_looked_at_again()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Map(FakeMapping.Failing("PID-3"), "made", Routes.Nowhere), Routes.Send("back"))], _back);
        await hub.SendAsync("id=1");
        var dead = await hub.UntilHandlingAsync(1, HandlingState.Dead);

        var (report, _) = await hub.Engine.Replay.DryRunAsync(dead.Id, null, default);

        Assert.That(report!.Differs, Is.False);
    }
}
