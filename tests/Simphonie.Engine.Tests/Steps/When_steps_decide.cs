using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Steps;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_steps_decide
{
    private readonly FakeEndpoint _back = new("back");
    private readonly FakeEndpoint _rights = new("rights");

    [Test]
    public async Task Should_end_as_dropped_with_the_reason_of_a_filter()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Filter(FakeExpression.Is("x", "1"), "It is of no use.", Routes.Nowhere), Routes.Send("back"))], _back);

        await hub.SendAsync("id=1;x=2");
        var dropped = await hub.UntilHandlingAsync(1, HandlingState.Dropped);

        Assert.That((dropped.CauseCode, dropped.CauseText), Is.EqualTo((DispatchCodes.Filtered.Id, "It is of no use.")));
        Assert.That(_back.Received, Is.Empty);
    }

    [TestCase("a", "a")]
    [TestCase("b", "b")]
    [TestCase("c", "else")]
    public async Task Should_run_the_first_case_that_holds_even_one_that_calls(string x, string expected)
    {
        Step[] Case(string name) => [Routes.Call("rights", new FakeMapping("ask", _ => "case=" + name)), Routes.Send("back", new FakeMapping("tell", _ => "case=" + name))];
        var choose = new Step.Choose([new(FakeExpression.Is("x", "a"), Case("a")), new(FakeExpression.Is("x", "b"), Case("b")), new(null, Case("else"))], Routes.Nowhere);
        await using var hub = await TestHub.StartAsync([Routes.Of("all", choose, Routes.Send("back", new FakeMapping("end", _ => "end=1")))], _rights, _back);

        await hub.SendAsync($"id=1;x={x}");
        await hub.UntilHandlingAsync(1, HandlingState.Done);

        Assert.That(_rights.Texts, Is.EqualTo(new[] { "case=" + expected }));
        Assert.That(_back.Texts, Is.EquivalentTo(new[] { "case=" + expected, "end=1" }));
    }

    [Test]
    public async Task Should_send_nothing_to_an_optional_endpoint_that_the_site_has_not()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Send("accounting", null, "message", Routes.Nowhere) { Optional = true }, new Step.Send("back", null, "message", Routes.Nowhere) { Optional = true })], _back);

        await hub.SendAsync("id=1");
        await hub.UntilHandlingAsync(1, HandlingState.Done);

        Assert.That(_back.Texts, Is.EqualTo(new[] { "id=1" }));
    }

    [Test]
    public async Task Should_make_a_dead_letter_of_a_mapping_that_fails_with_its_place()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", new Step.Map(FakeMapping.Failing("IN1[1]-49.1"), "request", Routes.Nowhere), Routes.Send("back"))], _back);

        await hub.SendAsync("id=1");
        var dead = await hub.UntilHandlingAsync(1, HandlingState.Dead);

        Assert.That((dead.CauseCode, dead.CausePlace), Is.EqualTo((KvFormat.Missing.Id, "1 map: IN1[1]-49.1")));
    }

    [Test]
    public async Task Should_make_a_dead_letter_of_a_condition_that_cannot_be_decided_and_go_on_with_the_rest()
    {
        var failing = Routes.Of("failing", Routes.Send("back")) with { When = FakeExpression.Fails(), Key = null };
        var fine = Routes.Of("fine", Routes.Send("back"));
        await using var hub = await TestHub.StartAsync([failing, fine], _back);

        await hub.SendAsync("id=1");
        await hub.UntilHandlingAsync(1, HandlingState.Dead);
        await hub.UntilHandlingAsync(1, HandlingState.Done);
        await hub.SendAsync("id=2");
        await hub.UntilHandlingAsync(2, HandlingState.Done);

        var dead = (await hub.Reader.HandlingsOfAsync(1, default)).Single(handling => handling.State == HandlingState.Dead);
        Assert.That(dead.CauseCode, Is.EqualTo(DispatchCodes.ConditionFailed.Id));
        Assert.That(_back.Texts, Is.EqualTo(new[] { "id=1", "id=2" }));
    }

    [Test]
    public async Task Should_stop_and_ask_a_human_when_a_limit_is_passed()
    {
        var limit = new Step.Limit(FakeExpression.Field("key"), 2, TimeSpan.FromHours(1), "Look for a loop.", Routes.Nowhere);
        await using var hub = await TestHub.StartAsync([Routes.Of("all", limit, Routes.Send("back"))], _back);
        for (var i = 1; i <= 3; i++)
        {
            await hub.SendAsync($"id={i};key=A");
        }

        await hub.UntilHandlingAsync(3, HandlingState.Dropped);
        Assert.That(_back.Received, Has.Count.EqualTo(2));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Single().What, Is.EqualTo("Look for a loop."));

        hub.Time.Advance(TimeSpan.FromMinutes(61));
        await hub.SendAsync("id=4;key=A");
        await hub.UntilHandlingAsync(4, HandlingState.Done);
    }

    [Test]
    public async Task Should_go_on_once_for_a_group_that_is_full_with_all_of_its_messages()
    {
        var together = new Step.Aggregate(FakeExpression.Field("group"), 3, TimeSpan.FromHours(1), "all", Routes.Nowhere);
        await using var hub = await TestHub.StartAsync(
            [Routes.Of("all", together, Routes.Send("back", new FakeMapping("list", input => "ids=" + Ids(input.Documents["all"])))) with { Key = null }],
            _back);
        for (var i = 1; i <= 3; i++)
        {
            await hub.SendAsync($"id={i};group=G");
        }

        await hub.UntilAsync(() => _back.Received.Count == 1, "sent together");
        await hub.UntilAsync(async () => (await Task.WhenAll(hub.HandlingAsync(1), hub.HandlingAsync(2), hub.HandlingAsync(3))).All(one => one.State == HandlingState.Done), "all done");
        Assert.That(_back.Texts.Single().Split('=')[1].Split(',').Order(), Is.EqualTo(new[] { "1", "2", "3" }));
    }

    [Test]
    public async Task Should_close_a_group_when_its_time_is_over()
    {
        var together = new Step.Aggregate(FakeExpression.Field("group"), null, TimeSpan.FromMinutes(10), "all", Routes.Nowhere);
        await using var hub = await TestHub.StartAsync([Routes.Of("all", together, Routes.Send("back", new FakeMapping("list", input => "ids=" + Ids(input.Documents["all"])))) with { Key = null }], _back);
        await hub.SendAsync("id=1;group=G");
        await hub.SendAsync("id=2;group=G");

        await hub.PassAsync(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(1));
        Assert.That(_back.Received, Is.Empty);
        await hub.PassAsync(() => Task.FromResult(_back.Received.Count == 1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), "sent");

        Assert.That(_back.Texts.Single(), Is.EqualTo("ids=1,2"));
    }

    [Test]
    public async Task Should_give_parts_their_own_way()
    {
        var split = new Step.Split(new ItemsOf(), null, "parts", Routes.Nowhere);
        var each = Routes.Of("each", Routes.Send("back")) with { From = ["parts"], Key = null };
        await using var hub = await TestHub.StartAsync([Routes.Of("cut", split), each], _back);

        await hub.SendAsync("id=1;x=a;x=b");
        await hub.UntilAsync(() => _back.Received.Count == 2, "both parts");

        Assert.That(_back.Texts, Is.EquivalentTo(new[] { "x=a", "x=b" }));
        var part = await hub.Reader.MessageAsync(2, default);
        Assert.That((part!.Origin, part.OriginKind, part.Channel), Is.EqualTo(((long?)1, "part", "parts")));
    }

    private static string Ids(Core.Documents.Document group)
    {
        var members = new List<Core.Documents.Node>();
        group.AppendChildren(group.Root.Handle, "message", members);
        return string.Join(',', members.Select(member => KvFormat.Field(member.Document, "id")));
    }

    private sealed class ItemsOf : Simphonie.Formats.FhirPath.Expression
    {
        public override string Text => "x";

        public override void Evaluate(Simphonie.Formats.FhirPath.EvaluationContext context, List<Core.Documents.Item> into)
        {
            var nodes = new List<Core.Documents.Node>();
            context.Focus.Document.AppendChildren(context.Focus.Handle, "x", nodes);
            into.AddRange(nodes.Select(node => new Core.Documents.Item(node)));
        }

        public override bool IsTrue(Simphonie.Formats.FhirPath.EvaluationContext context) => false;

        public override string? Text1(Simphonie.Formats.FhirPath.EvaluationContext context) => null;
    }
}
