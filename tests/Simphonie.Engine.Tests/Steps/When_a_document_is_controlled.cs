using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Steps;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_document_is_controlled
{
    private static readonly ControlRule[] s_rules =
    [
        new("has-cover", null, FakeExpression.When(document => KvFormat.Field(document, "cover") is not null), "Add the cover."),
        new("has-accident-date", FakeExpression.Is("cover", "41"), FakeExpression.When(document => KvFormat.Field(document, "accident") is not null), "Add the date of the accident."),
        new("is-young", null, FakeExpression.Is("age", "young"), "Make a new invoice."),
    ];

    private readonly FakeEndpoint _back = new("back");

    [Test]
    public async Task Should_go_on_when_every_rule_holds()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Control("message", s_rules, null, Routes.Nowhere), Routes.Send("back"))], _back);
        await hub.SendAsync("id=1;cover=10;age=young");
        await hub.UntilHandlingAsync(1, HandlingState.Done);

        Assert.That(await hub.Reader.WorkItemsAsync(new(), default), Is.Empty);
    }

    [Test]
    public async Task Should_say_of_every_rule_that_does_not_what_to_correct()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Control("message", s_rules, null, Routes.Nowhere), Routes.Send("back"))], _back);
        await hub.SendAsync("id=1;cover=41;age=old");
        var refused = await hub.UntilHandlingAsync(1, HandlingState.Dropped);

        Assert.That(refused.CauseCode, Is.EqualTo(LotCodes.Controlled.Id));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Select(item => item.What), Is.EquivalentTo(new[] { "Add the date of the accident.", "Make a new invoice." }));
        Assert.That(_back.Received, Is.Empty);
    }

    [TestCase("id=1;cover=10;age=young", "accepted")]
    [TestCase("id=1;age=old", "has-cover is-young")]
    public async Task Should_let_the_route_choose_by_a_named_verdict(string message, string verdict)
    {
        var tell = new FakeMapping("tell", input => "verdict=" + input.Documents["verdict"].Root.Value.Text);
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Control("message", s_rules, "verdict", Routes.Nowhere), Routes.Send("back", tell))], _back);
        await hub.SendAsync(message);
        await hub.UntilHandlingAsync(1, HandlingState.Done);

        Assert.That(_back.Texts.Single(), Is.EqualTo("verdict=" + verdict));
    }
}
