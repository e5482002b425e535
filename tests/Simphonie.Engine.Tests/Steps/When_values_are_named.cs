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
}
