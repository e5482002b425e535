using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Interactive;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_caller_waits
{
    private readonly FakeEndpoint _rights = new("rights") { Behaviour = (_, _) => new(FakeEndpoint.Answer("r=open")) };

    private static Route Ask(FakeMapping? response = null) =>
        Routes.Of("ask", Routes.Call("rights", null, response)) with { Key = null, Answer = "answer", AnswerWithin = TimeSpan.FromSeconds(5) };

    [Test]
    public async Task Should_be_answered_with_two_commits()
    {
        await using var hub = await TestHub.StartAsync([Ask()], _rights);
        await hub.QuietAsync();
        var before = hub.Journal.Commits;

        var result = await hub.CallAsync("id=1;key=A");

        Assert.That(result.State, Is.EqualTo(InteractiveState.Answered));
        Assert.That(KvFormat.Text(result.Answer), Is.EqualTo("r=open"));
        Assert.That(hub.Journal.Commits - before, Is.EqualTo(2));
        Assert.That((await hub.HandlingAsync(result.Intake!.MessageId)).State, Is.EqualTo(HandlingState.Done));
        Assert.That((await hub.Reader.MessageAsync(result.Intake.MessageId, default))!.State, Is.EqualTo(MessageState.Routed));
    }

    [Test]
    public async Task Should_get_a_ticket_when_it_is_late_that_only_its_own_peer_can_use()
    {
        var gate = new TaskCompletionSource();
        _rights.Behaviour = async (_, _) =>
        {
            await gate.Task;
            return FakeEndpoint.Answer("r=late");
        };
        await using var hub = await TestHub.StartAsync([Ask()], _rights);

        var calling = hub.CallAsync("id=1", TimeSpan.FromSeconds(3), "CN=gap-1").AsTask();
        await hub.UntilAsync(() => _rights.Received.Count == 1, "asked");
        hub.Time.Advance(TimeSpan.FromSeconds(4));
        var late = await calling;

        Assert.That(late.State, Is.EqualTo(InteractiveState.Late));
        Assert.That(late.Ticket, Does.Match("^[0-9a-f]{32}$"));
        Assert.That((await hub.Engine.Interactive.FindAsync(late.Ticket!, "CN=gap-1", default))!.State, Is.EqualTo(InteractiveState.Late));
        gate.SetResult();
        await hub.UntilHandlingAsync(late.Intake!.MessageId, HandlingState.Done);
        var found = await hub.Engine.Interactive.FindAsync(late.Ticket!, "CN=gap-1", default);
        Assert.That(KvFormat.Text(found!.Answer), Is.EqualTo("r=late"));
        Assert.That(await hub.Engine.Interactive.FindAsync(late.Ticket!, "CN=gap-2", default), Is.Null);
        Assert.That(await hub.Engine.Interactive.FindAsync(late.Ticket!, null, default), Is.Null);
    }

    [Test]
    public async Task Should_not_cancel_anything_when_it_hangs_up()
    {
        var gate = new TaskCompletionSource();
        _rights.Behaviour = async (_, token) =>
        {
            await gate.Task.WaitAsync(token);
            return FakeEndpoint.Answer("r=open");
        };
        await using var hub = await TestHub.StartAsync([Ask()], _rights);
        using var caller = new CancellationTokenSource();
        var calling = hub.CallAsync("id=1", null, null, caller.Token).AsTask();
        await hub.UntilAsync(() => _rights.Received.Count == 1, "asked");

        await caller.CancelAsync();
        Assert.That(async () => await calling, Throws.InstanceOf<OperationCanceledException>());
        gate.SetResult();

        await hub.UntilHandlingAsync(1, HandlingState.Done);
    }

    [Test]
    public async Task Should_wait_for_no_other_handling()
    {
        var gate = new TaskCompletionSource();
        _rights.Behaviour = async (request, _) =>
        {
            if (KvFormat.Text(request.Body).StartsWith("id=1", StringComparison.Ordinal))
            {
                await gate.Task;
            }

            return FakeEndpoint.Answer("r=open");
        };
        await using var hub = await TestHub.StartAsync([Ask()], _rights);
        var first = hub.CallAsync("id=1;key=A").AsTask();
        await hub.UntilAsync(() => _rights.Received.Count == 1, "asked");

        var second = await hub.CallAsync("id=2;key=A");

        Assert.That(second.State, Is.EqualTo(InteractiveState.Answered));
        gate.SetResult();
        Assert.That((await first).State, Is.EqualTo(InteractiveState.Answered));
    }

    [Test]
    public async Task Should_be_told_at_once_when_its_question_fails_and_nobody_else_be_bothered()
    {
        await using var hub = await TestHub.StartAsync([Ask(FakeMapping.Failing("answer.r"))], _rights);

        var result = await hub.CallAsync("id=1");

        Assert.That(result.State, Is.EqualTo(InteractiveState.Failed));
        Assert.That(result.Findings.Single().Code.Id, Is.EqualTo(KvFormat.Missing.Id));
        Assert.That((await hub.HandlingAsync(1)).State, Is.EqualTo(HandlingState.Released));
        Assert.That(await hub.Reader.DeadLetterGroupsAsync(default), Is.Empty);
    }

    [Test]
    public async Task Should_be_told_when_no_route_answers()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("other", Routes.Send("rights"))], _rights);

        var result = await hub.CallAsync("id=1");

        Assert.That(result.State, Is.EqualTo(InteractiveState.NoRoute));
        await hub.UntilHandlingAsync(result.Intake!.MessageId, HandlingState.Done);
    }

    [Test]
    public async Task Should_come_out_the_same_in_a_dry_run()
    {
        await using var hub = await TestHub.StartAsync([Ask(new FakeMapping("read", input => $"a={KvFormat.Field(input.Source, "r")};own={input.Id("own")}"))], _rights);
        var result = await hub.CallAsync("id=1");

        var (report, _) = await hub.Engine.Replay.DryRunAsync((await hub.HandlingAsync(result.Intake!.MessageId)).Id, null, default);

        Assert.That(report!.Stages, Has.Count.EqualTo(2));
        Assert.That(report.Differs, Is.False);
    }
}
