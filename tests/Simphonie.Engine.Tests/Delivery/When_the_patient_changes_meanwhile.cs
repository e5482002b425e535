using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Delivery;

public sealed class When_the_patient_changes_meanwhile
{
    [TestCase("cancelled", 0)]
    [TestCase("moved", 1)]
    public async Task Should_not_send_what_was_asked_before(string kind, int workItems)
    {
        var asked = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var rights = Gated(asked, gate);
        var back = new FakeEndpoint("back");
        var verify = Routes.Of("verify", Routes.Call("rights"), Routes.Send("back")) with { When = FakeExpression.Is("type", "A01"), Subjects = FakeExpression.Field("patient") };
        var identity = Routes.Of("identity", new Step.Remember(kind, FakeExpression.Field("patient"), null, Routes.Nowhere)) with { When = FakeExpression.Is("type", "A40"), Key = null };
        await using var hub = await TestHub.StartAsync([verify, identity], rights, back);

        var admission = await hub.SendAsync("id=1;type=A01;key=A;patient=P1");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var change = await hub.SendAsync("id=2;type=A40;patient=P1");
        await hub.UntilHandlingAsync(change.MessageId, HandlingState.Done);
        gate.SetResult();
        var dropped = await hub.UntilHandlingAsync(admission.MessageId, HandlingState.Dropped);

        Assert.That(back.Received, Is.Empty);
        Assert.That(dropped.CauseCode, Is.EqualTo(kind == "moved" ? DeliveryCodes.Moved.Id : DeliveryCodes.Cancelled.Id));
        Assert.That(await hub.Reader.WorkItemsAsync(new(), default), Has.Count.EqualTo(workItems));
    }

    [Test]
    public async Task Should_wait_for_a_change_that_is_acknowledged_and_not_sequenced()
    {
        var asked = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var rights = Gated(asked, gate);
        var back = new FakeEndpoint("back");
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hub = await TestHub.StartAsync([Verify(), Identity("moved")], rights, back);
        var admission = await hub.SendAsync("id=1;type=A01;key=A;patient=P1");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // The sequencer stands still from here on: the change is committed and acknowledged, and nothing more.
        hub.Journal.WaitsAt = writes => writes.Any(static write => write is JournalWrite.AdvanceSequencer) ? stop.Task : Task.CompletedTask;
        var change = await hub.SendAsync("id=2;type=A40;patient=P1");
        Assert.That((await hub.Reader.MessageAsync(change.MessageId, default))!.State, Is.EqualTo(MessageState.Received));
        gate.SetResult();
        await hub.UntilAsync(async () => await CauseOfSendAsync(hub, admission.MessageId) == DeliveryCodes.AwaitsIdentity.Id, "a delivery that awaits the change");
        var why = (await hub.Engine.Why.MessageAsync(admission.MessageId, default)).Single();

        stop.SetResult();
        await hub.UntilHandlingAsync(change.MessageId, HandlingState.Done);
        await hub.PassAsync(
            async () => (await hub.HandlingAsync(admission.MessageId)).State == HandlingState.Dropped, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1), "dropped");

        Assert.That(why.Sentence, Does.Contain($"Message {change.MessageId}").And.Not.Contain("attempts"));
        Assert.That(back.Received, Is.Empty);
        Assert.That(await hub.Reader.WorkItemsAsync(new(), default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_not_wait_for_a_change_of_somebody_else()
    {
        var asked = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hub = await TestHub.StartAsync([Verify(), Identity("moved")], Gated(asked, gate), new FakeEndpoint("back"));
        var admission = await hub.SendAsync("id=1;type=A01;key=A;patient=P1");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        hub.Journal.WaitsAt = writes => writes.Any(static write => write is JournalWrite.AdvanceSequencer) ? stop.Task : Task.CompletedTask;
        await hub.SendAsync("id=2;type=A40;patient=P2");

        gate.SetResult();

        await hub.UntilHandlingAsync(admission.MessageId, HandlingState.Done);
        stop.SetResult();
    }

    [Test]
    public async Task Should_wait_for_a_change_whose_handling_is_dead_until_it_is_released()
    {
        var asked = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var back = new FakeEndpoint("back");
        var broken = Routes.Of("identity", Routes.Map("breaks", _ => throw new InvalidOperationException()), Remember("moved")) with { When = FakeExpression.Is("type", "A40"), Key = null };
        await using var hub = await TestHub.StartAsync([Verify(), broken], Gated(asked, gate), back);
        var admission = await hub.SendAsync("id=1;type=A01;key=A;patient=P1");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var change = await hub.SendAsync("id=2;type=A40;patient=P1");
        var dead = await hub.UntilHandlingAsync(change.MessageId, HandlingState.Dead);

        gate.SetResult();
        await hub.UntilAsync(async () => await CauseOfSendAsync(hub, admission.MessageId) == DeliveryCodes.AwaitsIdentity.Id, "a delivery that awaits the change");
        await hub.Engine.Commands.DiscardAsync(new("discard-1", "me"), dead.Id, "not a merge", default);

        await hub.PassAsync(
            async () => (await hub.HandlingAsync(admission.MessageId)).State == HandlingState.Done, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1), "done");
        Assert.That(back.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_look_for_changes_without_inspecting_the_message_again()
    {
        var back = new FakeEndpoint("back");
        await using var hub = await TestHub.StartAsync([Verify(), Identity("moved")], new FakeEndpoint("rights"), back);

        var admission = await hub.SendAsync("id=1;type=A01;key=A;patient=P1");
        await hub.UntilHandlingAsync(admission.MessageId, HandlingState.Done);

        Assert.That(back.Received, Has.Count.EqualTo(1));
        Assert.That(hub.Format.Inspections, Is.EqualTo(1), "at the door only, though two deliveries were looked at");
    }

    [Test]
    public async Task Should_inspect_once_what_came_before_the_hub_started()
    {
        var gone = new FakeEndpoint("rights") { Behaviour = (_, _) => new(FakeEndpoint.IsDown()) };
        var first = await TestHub.StartAsync([Verify(), Identity("moved")], gone, new FakeEndpoint("back"));
        var admission = await first.SendAsync("id=1;type=A01;key=A;patient=P1");
        await first.UntilHandlingAsync(admission.MessageId, HandlingState.Waiting);
        await first.QuietAsync();
        await first.KillAsync();

        await using var hub = await TestHub.StartAsync(first.Options with { Directory = first.DataDirectory, Time = first.Time, Definitions = first.Definitions }, new FakeEndpoint("rights"), new FakeEndpoint("back"));
        await hub.PassAsync(async () => (await hub.HandlingAsync(admission.MessageId)).State == HandlingState.Done, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), "done");

        Assert.That(hub.Format.Inspections, Is.EqualTo(1));
    }

    [Test]
    public async Task Should_keep_the_newer_change_when_an_old_one_is_replayed()
    {
        var identity = Routes.Of("identity", new Step.Remember("moved", FakeExpression.Field("patient"), FakeExpression.Field("to"), Routes.Nowhere)) with { When = FakeExpression.Is("type", "A40"), Key = null };
        await using var hub = await TestHub.StartAsync([identity]);
        var old = await hub.SendAsync("id=1;type=A40;patient=P1;to=P2");
        var first = await hub.UntilHandlingAsync(old.MessageId, HandlingState.Done);
        var newer = await hub.SendAsync("id=2;type=A40;patient=P1;to=P3");
        await hub.UntilHandlingAsync(newer.MessageId, HandlingState.Done);

        var replayed = await hub.Engine.Replay.AsNewAsync(new("replay-1", "me"), first.Id, "once more", force: true, default);
        await hub.UntilAsync(async () => (await hub.Reader.HandlingAsync(replayed.Id, default))?.State == HandlingState.Done, "the replay is done");

        var entry = await hub.Reader.LedgerAsync("750000010", World.Test, "moved", hub.Journal.Pseudonym("P1"), default);
        Assert.That(entry, Is.EqualTo(new LedgerEntry("750000010", World.Test, "moved", hub.Journal.Pseudonym("P1"), "P3", newer.MessageId, entry!.At)));
    }

    private static Step.Remember Remember(string kind) => new(kind, FakeExpression.Field("patient"), null, Routes.Nowhere);

    private static Route Verify() =>
        Routes.Of("verify", Routes.Call("rights"), Routes.Send("back")) with { When = FakeExpression.Is("type", "A01"), Subjects = FakeExpression.Field("patient") };

    private static Route Identity(string kind) => Routes.Of("identity", Remember(kind)) with { When = FakeExpression.Is("type", "A40"), Key = null };

    private static FakeEndpoint Gated(TaskCompletionSource asked, TaskCompletionSource gate) => new("rights")
    {
        Behaviour = async (_, _) =>
        {
            asked.TrySetResult();
            await gate.Task;
            return FakeEndpoint.Answer("r=open");
        },
    };

    private static async Task<string?> CauseOfSendAsync(TestHub hub, long message) =>
        (await hub.Reader.DeliveriesOfAsync((await hub.HandlingAsync(message)).Id, default)).FirstOrDefault(static delivery => delivery.Kind == "send")?.CauseCode;

    [Test]
    public async Task Should_send_for_a_message_that_came_after_the_change()
    {
        var back = new FakeEndpoint("back");
        var verify = Routes.Of("verify", Routes.Send("back")) with { When = FakeExpression.Is("type", "A01"), Subjects = FakeExpression.Field("patient") };
        var identity = Routes.Of("identity", new Step.Remember("cancelled", FakeExpression.Field("patient"), null, Routes.Nowhere)) with { When = FakeExpression.Is("type", "A11") };
        await using var hub = await TestHub.StartAsync([verify, identity], back);
        var cancel = await hub.SendAsync("id=1;type=A11;patient=P1");
        await hub.UntilHandlingAsync(cancel.MessageId, HandlingState.Done);

        var admission = await hub.SendAsync("id=2;type=A01;patient=P1");

        await hub.UntilHandlingAsync(admission.MessageId, HandlingState.Done);
    }
}
