using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Explain;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Road;

public sealed class When_a_stage_cannot_be_committed
{
    [Test]
    public async Task Should_become_a_dead_letter_after_some_tries_and_keep_nobody_else_waiting()
    {
        var back = new FakeEndpoint("back");
        await using var hub = await TestHub.StartAsync(new TestHubOptions { Routes = [Routes.Of("all", Routes.Send("back"))], Settings = static settings => settings with { Lanes = 1 } }, back);
        var tries = 0;
        var broken = 0L;
        hub.Journal.Throws = writes =>
        {
            var fails = writes.OfType<JournalWrite.InsertStage>().Any(stage => stage.Stage.Handling == Interlocked.CompareExchange(ref broken, stage.Stage.Handling, 0) || stage.Stage.Handling == broken);
            tries += fails ? 1 : 0;
            return fails ? new InvalidOperationException("a bug") : null;
        };
        var message = (await hub.SendAsync("id=1;key=A")).MessageId;
        await hub.UntilAsync(() => tries == 1, "the first try");

        var other = (await hub.SendAsync("id=2;key=B")).MessageId;
        await hub.UntilHandlingAsync(other, HandlingState.Done);
        var why = (await hub.Engine.Why.MessageAsync(message, default)).Single();
        var began = hub.Time.GetUtcNow();
        await hub.PassAsync(async () => (await hub.HandlingAsync(message)).State == HandlingState.Dead, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), "dead");

        var dead = await hub.HandlingAsync(message);
        Assert.Multiple(() =>
        {
            Assert.That((why.Reason, why.Sentence.Contains("InvalidOperationException", StringComparison.Ordinal)), Is.EqualTo((WhereReason.WaitsForRetry, true)));
            Assert.That(tries, Is.EqualTo(6));
            Assert.That(hub.Time.GetUtcNow() - began, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(31)), "1, 2, 4, 8 and 16 seconds between the tries");
            Assert.That(dead.CauseCode, Is.EqualTo(DispatchCodes.WorkBroke.Id));
            Assert.That(dead.CauseText, Does.Contain("InvalidOperationException").And.Not.Contain("a bug"));
        });

        hub.Journal.Throws = null;
        await hub.Engine.Commands.RetryAsync(new("retry-1", "me"), dead.Id, default);
        await hub.UntilHandlingAsync(message, HandlingState.Done);
        Assert.That(back.Received, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Should_wait_as_long_as_the_journal_is_out()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], new FakeEndpoint("back"));
        var tries = 0;
        hub.Journal.Throws = writes =>
        {
            var fails = writes.Any(static write => write is JournalWrite.InsertStage);
            tries += fails ? 1 : 0;
            return fails ? new JournalBrokenException("the disk is full") : null;
        };
        var message = (await hub.SendAsync("id=1;key=A")).MessageId;
        await hub.UntilAsync(() => tries == 1, "the first try");
        for (var second = 0; second < 300; second++)
        {
            hub.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.That((await hub.HandlingAsync(message)).State, Is.EqualTo(HandlingState.Ready));
        hub.Journal.Throws = null;
        await hub.UntilAsync(
            async () =>
            {
                hub.Time.Advance(TimeSpan.FromSeconds(5));
                return (await hub.HandlingAsync(message)).State == HandlingState.Done;
            },
            "done");
        Assert.That(tries, Is.LessThanOrEqualTo(16), "the waits grow");
    }
}
