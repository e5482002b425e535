using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Crash;

public sealed class When_the_hub_dies
{
    private static bool IsStage(IReadOnlyList<JournalWrite> writes, int ordinal) => writes.Any(write => write is JournalWrite.InsertStage insert && insert.Stage.Ordinal == ordinal);

    private static bool IsOutcome(IReadOnlyList<JournalWrite> writes) => writes.Any(write => write is JournalWrite.InsertAttempt);

    private static bool IsSequence(IReadOnlyList<JournalWrite> writes) => writes.Any(write => write is JournalWrite.AdvanceSequencer);

    [TestCase("before it is sequenced", 0)]
    [TestCase("before the first stage is committed", 0)]
    [TestCase("after the call, before its answer is committed", 1)]
    [TestCase("before the second stage is committed", 1)]
    public async Task Should_bring_every_acknowledged_message_to_its_end(string moment, int askedBefore)
    {
        Func<IReadOnlyList<JournalWrite>, bool> dies = moment switch
        {
            "before it is sequenced" => IsSequence,
            "before the first stage is committed" => writes => IsStage(writes, 0),
            "after the call, before its answer is committed" => IsOutcome,
            _ => writes => IsStage(writes, 1),
        };
        var died = new TaskCompletionSource();
        var firstRights = new FakeEndpoint("rights");
        var firstBack = new FakeEndpoint("back");
        var runs = 0;
        var route = Routes.Of(
            "verify",
            Routes.Map("request", input =>
            {
                Interlocked.Increment(ref runs);
                return "ask=" + input.Id("own");
            }),
            Routes.Call("rights", new FakeMapping("ask", input => "q=" + KvFormat.Field(input.Documents["request"], "ask"))),
            Routes.Send("back"));
        var options = new TestHubOptions
        {
            Routes = [route],
            DiesAt = writes =>
            {
                if (!dies(writes))
                {
                    return false;
                }

                died.TrySetResult();
                return true;
            },
        };
        var hub = await TestHub.StartAsync(options, firstRights, firstBack);
        var result = await hub.SendAsync("id=1;key=A");
        Assert.That(result.Disposition, Is.EqualTo(IntakeDisposition.Accepted));
        await died.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var runsBefore = Volatile.Read(ref runs);
        await hub.KillAsync();

        var rights = new FakeEndpoint("rights");
        var back = new FakeEndpoint("back");
        await using var again = await TestHub.StartAsync(new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = hub.Time }, rights, back);
        await again.UntilHandlingAsync(result.MessageId, HandlingState.Done);

        Assert.That(firstRights.Received, Has.Count.EqualTo(askedBefore));
        var asked = firstRights.Received.Concat(rights.Received).ToList();
        Assert.That(asked.Distinct().Count(), Is.EqualTo(1), "what is repeated has the same identity and bytes");
        Assert.That(back.Texts, Is.EqualTo(new[] { "id=1;key=A" }));
        if (askedBefore > 0)
        {
            Assert.That(Volatile.Read(ref runs), Is.EqualTo(runsBefore), "a finished stage is never run again");
        }
    }

    [Test]
    public async Task Should_not_ask_again_for_an_answer_that_was_committed()
    {
        var died = new TaskCompletionSource();
        var first = new FakeEndpoint("rights");
        var options = new TestHubOptions
        {
            Routes = [Routes.Of("verify", Routes.Call("rights"), Routes.Send("back"))],
            DiesAt = writes =>
            {
                if (IsStage(writes, 1))
                {
                    died.TrySetResult();
                    return true;
                }

                return false;
            },
        };
        var hub = await TestHub.StartAsync(options, first, new FakeEndpoint("back"));
        var message = (await hub.SendAsync("id=1")).MessageId;
        await died.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await hub.KillAsync();

        var rights = new FakeEndpoint("rights");
        await using var again = await TestHub.StartAsync(new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = hub.Time }, rights, new FakeEndpoint("back"));
        await again.UntilHandlingAsync(message, HandlingState.Done);

        Assert.That(rights.Received, Is.Empty);
    }
}
