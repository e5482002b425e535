using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Interactive;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_caller_asks_again
{
    private readonly FakeEndpoint _rights = new("rights") { Behaviour = (_, _) => new(FakeEndpoint.Answer("r=open")) };

    private static Route Ask(FakeMapping? response = null) => Routes.Of("ask", Routes.Call("rights", null, response)) with { Key = null, Answer = "answer", AnswerWithin = TimeSpan.FromSeconds(5) };

    [Test]
    public async Task Should_get_the_first_answer_and_no_second_question_be_asked()
    {
        await using var hub = await TestHub.StartAsync([Ask()], _rights);
        var first = await hub.CallAsync("id=1", null, "CN=gap-1");
        _rights.Behaviour = (_, _) => new(FakeEndpoint.Answer("r=closed"));

        var again = await hub.CallAsync("id=1", null, "CN=gap-1");

        Assert.That((again.State, KvFormat.Text(again.Answer)), Is.EqualTo((InteractiveState.Answered, "r=open")));
        Assert.That((again.Intake!.Disposition, again.Intake.FirstId), Is.EqualTo((IntakeDisposition.Duplicate, first.Intake!.MessageId)));
        Assert.That((await hub.Reader.MessageAsync(again.Intake.MessageId, default))!.State, Is.EqualTo(MessageState.Duplicate));
        Assert.That(_rights.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_wait_with_the_first_when_both_come_at_once()
    {
        var gate = new TaskCompletionSource();
        _rights.Behaviour = async (_, _) =>
        {
            await gate.Task;
            return FakeEndpoint.Answer("r=open");
        };
        await using var hub = await TestHub.StartAsync([Ask()], _rights);

        var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await hub.CallAsync("id=1"))).ToArray();
        await hub.UntilAsync(async () => (await hub.Reader.MessagesAsync(new() { State = MessageState.Duplicate }, default)).Count == 7, "seven copies kept");
        gate.SetResult();
        var results = await Task.WhenAll(calls);

        Assert.That(results.Select(result => (result.State, KvFormat.Text(result.Answer))), Is.All.EqualTo((InteractiveState.Answered, "r=open")));
        Assert.That(_rights.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_be_asked_afresh_after_an_error()
    {
        _rights.Behaviour = (_, _) => new(FakeEndpoint.Rejects());
        await using var hub = await TestHub.StartAsync([Ask()], _rights);
        var failed = await hub.CallAsync("id=1");
        _rights.Behaviour = (_, _) => new(FakeEndpoint.Answer("r=open"));

        var again = await hub.CallAsync("id=1");
        var third = await hub.CallAsync("id=1");

        Assert.That((failed.State, again.State, third.State), Is.EqualTo((InteractiveState.Failed, InteractiveState.Answered, InteractiveState.Answered)));
        Assert.That(_rights.Received, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Should_be_refused_with_other_bytes()
    {
        await using var hub = await TestHub.StartAsync([Ask()], _rights);
        await hub.CallAsync("id=1;x=a");

        var other = await hub.CallAsync("id=1;x=b");

        Assert.That((other.State, other.Intake!.Disposition), Is.EqualTo((InteractiveState.NotAccepted, IntakeDisposition.Conflict)));
        Assert.That((await hub.Reader.MessageAsync(other.Intake.MessageId, default))!.State, Is.EqualTo(MessageState.Refused));
        Assert.That(_rights.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_not_hand_the_answer_to_another_peer()
    {
        await using var hub = await TestHub.StartAsync([Ask()], _rights);
        await hub.CallAsync("id=1", null, "CN=gap-1");

        var other = await hub.CallAsync("id=1", null, "CN=gap-2");

        Assert.That((other.State, other.Answer), Is.EqualTo((InteractiveState.NotAccepted, (Payload?)null)));
    }
}
