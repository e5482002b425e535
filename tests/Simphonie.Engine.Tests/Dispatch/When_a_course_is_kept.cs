using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Dispatch;

/// <summary>What memory keeps of a handling under way: only what the journal has too, and no more than is small.</summary>
public sealed class When_a_course_is_kept
{
    private const int Most = 16 * 1024;

    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public void Should_join_what_a_stage_made_to_what_was_there()
    {
        var first = Course.After(null, 1, Result(Made("request", 10)), [Delivery(0)]);
        var second = Course.After(first, 3, Result(Made("answer", 20)), [Delivery(0), Delivery(1)]);

        Assert.That(second!.Version, Is.EqualTo(3));
        Assert.That(second.Documents.Select(document => document.Key), Is.EqualTo((string[])["request", "answer"]));
        Assert.That(second.Deliveries, Has.Count.EqualTo(2));
        Assert.That(first!.Documents, Has.Count.EqualTo(1), "what was there stays as it was");
    }

    [TestCase(Most, true)]
    [TestCase(Most + 1, false)]
    public void Should_be_given_up_when_something_large_is_in_it(int length, bool kept)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Course.After(null, 1, Result(Made("request", length)), []) is not null, Is.EqualTo(kept), "document");
            Assert.That(Course.After(null, 1, Result(), [Delivery(0) with { Body = Bytes(length) }]) is not null, Is.EqualTo(kept), "body");
            Assert.That(new Course(1, [], [Delivery(0)]).After(Delivery(0) with { Answer = Bytes(length) }) is not null, Is.EqualTo(kept), "answer");
        });
    }

    [Test]
    public void Should_be_given_up_when_a_document_is_there_as_bytes_only() =>
        Assert.That(Course.After(null, 1, Result(new MadeDocument("note", "text", null, null, new byte[3])), []), Is.Null);

    [Test]
    public void Should_be_of_the_next_version_with_the_delivery_as_it_ended()
    {
        var course = new Course(4, [], [Delivery(0), Delivery(1)]);

        var after = course.After(Delivery(1) with { State = DeliveryState.Delivered, Answer = Bytes(5) })!;

        Assert.That(after.Version, Is.EqualTo(5));
        Assert.That(after.Find(new(1, 1, 0))!.State, Is.EqualTo(DeliveryState.Delivered));
        Assert.That(after.Find(new(1, 0, 0))!.State, Is.EqualTo(DeliveryState.Pending));
        Assert.That(after.Find(new(1, 7, 0)), Is.Null);
    }

    [Test]
    public void Should_be_given_to_one_taker_only()
    {
        var recents = new Recents();
        recents.Courses.Put(1, new(1, [], []));
        var taken = 0;
        Parallel.For(0, 16, _ => Interlocked.Add(ref taken, recents.Courses.Take(1) is null ? 0 : 1));

        Assert.That(taken, Is.EqualTo(1));
    }

    [Test]
    public void Should_never_hold_more_than_its_room_and_always_the_last_that_came() => Prop.ForAll(Gen.Choose(1, 8).ToArbitrary(), Gen.Choose(-20, 20).ListOf().ToArbitrary(), (room, acts) =>
    {
        // Puts are positive ids, takes are negative ones.
        var recent = new Recent<object>(room);
        foreach (var act in acts)
        {
            var seen = recent.Peek(Math.Abs(act));
            if (act > 0)
            {
                recent.Put(act, act);
            }

            if (act > 0 ? recent.Peek(act) is not int value || value != act : recent.Take(-act) != seen || recent.Peek(-act) is not null)
            {
                return false;
            }
        }

        return Enumerable.Range(0, 21).Count(id => recent.Peek(id) is not null) <= room;
    }).QuickCheckThrowOnFailure();

    [Test]
    public async Task Should_not_be_believed_when_the_journal_has_moved_on()
    {
        // A command ends the handling while its delivery is under way: the memory of it is older than the journal then.
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
        await using var hub = await TestHub.StartAsync([Routes.Of("verify", Routes.Call("rights"), Routes.Send("back"))], rights, back);
        var sent = await hub.SendAsync("id=1;key=A");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var handling = await hub.HandlingAsync(sent.MessageId);

        await hub.Engine.Commands.DiscardAsync(new("discard-1", "me"), handling.Id, "not wanted", default);
        gate.SetResult();
        await hub.UntilAsync(async () => (await hub.Reader.AttemptsAsync(new(handling.Id, 0, 0), default)).Count == 1, "the attempt is told");
        await hub.QuietAsync();

        Assert.That((await hub.HandlingAsync(sent.MessageId)).State, Is.EqualTo(HandlingState.Discarded));
        Assert.That(back.Received, Is.Empty);
    }

    private static StageResult Result(params MadeDocument[] documents) => new()
    {
        End = StageEnd.Waits, NextStage = 1, Steps = [], Documents = documents, Deliveries = [], WorkItems = [], Remembered = [], Parts = [],
    };

    private static MadeDocument Made(string name, int length) => new(name, "kv", null, KvFormat.Read("a=1"), new byte[length]);

    private static InlinePayload Bytes(int length) => new(new byte[length]);

    private static DeliveryRecord Delivery(int stage) => new()
    {
        Key = new(1, stage, 0), Establishment = "750000010", World = World.Test, Endpoint = "e", Kind = "call", State = DeliveryState.Pending, PeerIdentity = "P", CreatedAt = s_now,
    };
}
