using Simphonie.Core.Channels;
using Simphonie.Core.Messages;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Intake;

public sealed class When_a_message_comes_twice
{
    [Test]
    public async Task Should_accept_one_of_two_copies_that_come_at_once()
    {
        await using var hub = await TestHub.StartAsync([]);

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await hub.SendAsync("id=1;at=10;x=1"))));

        Assert.That(results.Count(result => result.Disposition == IntakeDisposition.Accepted), Is.EqualTo(1));
        Assert.That(results.Count(result => result.Disposition == IntakeDisposition.Duplicate), Is.EqualTo(15));
        var first = results.Single(result => result.Disposition == IntakeDisposition.Accepted).MessageId;
        Assert.That(results.Where(result => result.Disposition == IntakeDisposition.Duplicate).Select(result => result.FirstId), Is.All.EqualTo(first));
    }

    [Test]
    public async Task Should_take_a_counter_that_restarts_as_a_new_message()
    {
        await using var hub = await TestHub.StartAsync([]);

        await hub.SendAsync("id=1;at=10;x=1");
        var restarted = await hub.SendAsync("id=1;at=11;x=2");

        Assert.That(restarted.Disposition, Is.EqualTo(IntakeDisposition.Accepted));
    }

    [Test]
    public async Task Should_refuse_other_bytes_under_the_same_identity()
    {
        await using var hub = await TestHub.StartAsync([]);

        await hub.SendAsync("id=1;at=10;x=1");
        var conflict = await hub.SendAsync("id=1;at=10;x=2");

        Assert.That(conflict.Disposition, Is.EqualTo(IntakeDisposition.Conflict));
        var kept = await hub.Reader.MessageAsync(conflict.MessageId, default);
        Assert.That(kept!.State, Is.EqualTo(MessageState.Refused));
        Assert.That(KvFormat.Text(kept.Payload), Is.EqualTo("id=1;at=10;x=2"));
    }

    [Test]
    public async Task Should_accept_other_bytes_where_the_channel_says_so()
    {
        await using var hub = await TestHub.StartAsync(new TestHubOptions { AcceptConflicts = true });

        await hub.SendAsync("id=1;at=10;x=1");

        Assert.That((await hub.SendAsync("id=1;at=10;x=2")).Disposition, Is.EqualTo(IntakeDisposition.Accepted));
    }

    [Test]
    public async Task Should_accept_a_correction_under_the_id_that_was_refused()
    {
        await using var hub = await TestHub.StartAsync(new TestHubOptions { Acknowledge = AcknowledgeMode.Validated });

        var refused = await hub.SendAsync("id=1;at=10");
        var corrected = await hub.SendAsync("id=1;at=10;required=1");

        Assert.That(refused.Disposition, Is.EqualTo(IntakeDisposition.Invalid));
        Assert.That(refused.Findings.Single().StandardCode, Is.EqualTo("101"));
        Assert.That(corrected.Disposition, Is.EqualTo(IntakeDisposition.Accepted));
    }

    [Test]
    public async Task Should_forget_after_the_window()
    {
        await using var hub = await TestHub.StartAsync([]);

        await hub.SendAsync("id=1;at=10;x=1");
        hub.Time.Advance(TimeSpan.FromDays(8));

        Assert.That((await hub.SendAsync("id=1;at=10;x=1")).Disposition, Is.EqualTo(IntakeDisposition.Accepted));
    }
}
