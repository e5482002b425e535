using System.Text;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Control;
using Simphonie.Engine.Replay;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Replay;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_handling_is_replayed
{
    private readonly FakeEndpoint _rights = new("rights") { Behaviour = (_, _) => new(FakeEndpoint.Answer("r=open")) };
    private readonly FakeEndpoint _back = new("back");

    [Test]
    public async Task Should_differ_in_nothing_under_the_same_revision()
    {
        await using var hub = await DoneAsync();

        var (report, finding) = await hub.Engine.Replay.DryRunAsync(1, null, default);

        Assert.That(finding, Is.Null);
        Assert.That(report!.Findings, Is.Empty);
        Assert.That(report.Stages, Has.Count.EqualTo(2));
        Assert.That(report.Differs, Is.False);
        Assert.That(report.Stages.SelectMany(stage => stage.Deliveries).Select(delivery => delivery.Name), Is.EqualTo(new[] { "rights", "back" }));
    }

    [Test]
    public async Task Should_open_no_connection_and_write_nothing()
    {
        await using var hub = await DoneAsync();
        await hub.QuietAsync();
        var (asked, sent, commits) = (_rights.Received.Count, _back.Received.Count, hub.Journal.Commits);

        await hub.Engine.Replay.DryRunAsync(1, null, default);

        Assert.That((_rights.Received.Count, _back.Received.Count, hub.Journal.Commits), Is.EqualTo((asked, sent, commits)));
    }

    [Test]
    public async Task Should_show_what_other_definitions_would_have_sent_and_mark_the_answer()
    {
        await using var hub = await DoneAsync();
        hub.Definitions.Swap("r2", Verify("asking otherwise"));
        await hub.UntilAsync(async () => (await hub.Engine.HealthAsync(default)).Revision == "r2", "the new revision");

        var (report, _) = await hub.Engine.Replay.DryRunAsync(1, "r2", default);

        Assert.That(report!.Differs, Is.True);
        Assert.That(report.Stages[0].AnswerAssumed, Is.True);
        var question = report.Stages[0].Deliveries.Single();
        Assert.That(Encoding.UTF8.GetString(question.Was!.Value.Span), Does.StartWith("q=asking;"));
        Assert.That(Encoding.UTF8.GetString(question.Would!.Value.Span), Does.StartWith("q=asking otherwise;"));
        Assert.That(report.Stages[1].Differs, Is.False, "the rest follows from the recorded answer");
    }

    [Test]
    public async Task Should_make_new_effects_only_with_a_reason()
    {
        await using var hub = await DoneAsync();

        var refused = await hub.Engine.Replay.AsNewAsync(new("c1", "tester"), 1, "", false, default);
        var done = await hub.Engine.Replay.AsNewAsync(new("c2", "tester"), 1, "the peer lost it", false, default);
        await hub.UntilAsync(async () => (await hub.Reader.HandlingAsync(done.Id, default))!.State == HandlingState.Done, "replayed");

        Assert.That(refused.Finding!.Code, Is.EqualTo(ReplayCodes.NeedsReason));
        Assert.That((await hub.Reader.HandlingAsync(done.Id, default))!.ReplayOf, Is.EqualTo(1));
        Assert.That(_back.Received, Has.Count.EqualTo(2));
        Assert.That(_back.Received[0].Identity, Is.Not.EqualTo(_back.Received[1].Identity));
    }

    [Test]
    public async Task Should_ask_for_force_when_something_newer_was_delivered_for_its_key()
    {
        await using var hub = await DoneAsync();
        await hub.SendAsync("id=2;key=A");
        await hub.UntilHandlingAsync(2, HandlingState.Done);

        var refused = await hub.Engine.Replay.AsNewAsync(new("c1", "tester"), 1, "the peer lost it", false, default);
        var forced = await hub.Engine.Replay.AsNewAsync(new("c2", "tester"), 1, "the peer lost it", true, default);

        Assert.That(refused.Finding!.Code, Is.EqualTo(ReplayCodes.NewerDelivered));
        Assert.That(forced.Outcome, Is.EqualTo(CommandOutcome.Done));
    }

    // The identifier and the ledger are part of what must come out the same.
    private static Route Verify(string question) => Routes.Of(
        "verify",
        Routes.Call("rights", new FakeMapping("ask", input => $"q={question};own={input.Id("own")};seen={input.Ledger!("seen", "A")}")),
        new Step.Remember("seen", FakeExpression.Field("key"), FakeExpression.Field("id"), Routes.Nowhere),
        Routes.Send("back", new FakeMapping("return", input => $"r={KvFormat.Field(input.Documents["answer"], "r")};at={input.Now.UtcTicks}")));

    private async Task<TestHub> DoneAsync()
    {
        var hub = await TestHub.StartAsync([Verify("asking")], _rights, _back);
        await hub.SendAsync("id=1;key=A");
        await hub.UntilHandlingAsync(1, HandlingState.Done);
        return hub;
    }
}
