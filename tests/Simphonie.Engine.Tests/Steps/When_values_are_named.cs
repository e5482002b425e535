using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Steps;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_values_are_named
{
    private readonly FakeEndpoint _ask = new("ask");
    private readonly FakeEndpoint _back = new("back");

    [Test]
    public async Task Should_know_them_in_the_same_step_and_behind_a_wait()
    {
        var of = new FakeExpression(static context => [Value.Of(context.Variables["number"][0].Value.Text + "/amo")]);
        var let = new Step.Let("message", [new("number", FakeExpression.Field("no")), new("key", of), new("nothing", FakeExpression.Field("none"))], Routes.Nowhere);
        var tell = new FakeMapping("tell", static input => $"key={input.Documents["key"].Root.Value.Text};nothing={input.Documents.ContainsKey("nothing")}");
        await using var hub = await TestHub.StartAsync([Routes.Of("all", let, Routes.Call("ask"), Routes.Send("back", tell))], _ask, _back);
        await hub.SendAsync("id=1;no=42");
        await hub.UntilHandlingAsync(1, HandlingState.Done);

        Assert.That(_back.Texts.Single(), Is.EqualTo("key=42/amo;nothing=False"));
    }

    [Test]
    public async Task Should_know_them_behind_a_wait_that_a_restart_interrupts()
    {
        var let = new Step.Let("message", [new("number", FakeExpression.Field("no")), new("name", FakeExpression.Field("name"))], Routes.Nowhere);
        var tell = new FakeMapping("tell", static input => $"name={input.Documents["name"].Root.Value.Text};number={input.Documents["number"].Root.Value.Text}");
        var routes = new[] { Routes.Of("all", let, Routes.Call("ask"), Routes.Send("back", tell)) };
        _ask.Behaviour = static (_, _) => new(FakeEndpoint.Busy());
        await using var hub = await TestHub.StartAsync(routes, _ask, _back);
        await hub.SendAsync("id=1;no=42;name=É\"\\");
        await hub.UntilHandlingAsync(1, HandlingState.Waiting);
        var kept = (await hub.Reader.StagesAsync(1, CancellationToken.None)).Single().Documents;
        Assert.That(kept, Has.Count.EqualTo(1), "texts of a stage are one document");
        await hub.KillAsync();

        await using var again = await TestHub.StartAsync(
            new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = new(hub.Time.GetUtcNow() + TimeSpan.FromHours(1)) }, new FakeEndpoint("ask"), _back);
        await again.UntilHandlingAsync(1, HandlingState.Done);
        Assert.That(_back.Texts.Single(), Is.EqualTo("name=É\"\\;number=42"));
    }
}
