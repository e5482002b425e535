using Simphonie.Core.Journal;
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
        var rights = new FakeEndpoint("rights")
        {
            Behaviour = async (_, _) =>
            {
                asked.TrySetResult();
                await gate.Task;
                return FakeEndpoint.Answer("r=open");
            },
        };
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
