using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_the_ledger_is_written<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_replace_what_has_the_same_key()
    {
        await CommitAsync(new JournalWrite.PutLedger(Entry("first")), new JournalWrite.PutLedger(Entry("second") with { Message = 9 }));

        Assert.That(await Journal.Reader.LedgerAsync(Given.Establishment, World.Test, "last-answer", "k", None), Is.EqualTo(Entry("second") with { Message = 9 }));
    }

    [Test]
    public async Task Should_keep_what_came_later_when_an_older_message_is_run_again()
    {
        await CommitAsync(new JournalWrite.PutLedger(Entry("newer") with { Message = 9 }));
        await CommitAsync(new JournalWrite.PutLedger(Entry("older") with { Message = 8, At = Given.Now.AddHours(1) }));

        Assert.That(await Journal.Reader.LedgerAsync(Given.Establishment, World.Test, "last-answer", "k", None), Is.EqualTo(Entry("newer") with { Message = 9 }));
    }

    [Test]
    public async Task Should_find_the_entry_of_a_later_message_by_kind()
    {
        var moved = Entry("to") with { Kind = "moved", Key = "p2", Message = 7 };
        await CommitAsync(
            new JournalWrite.PutLedger(moved),
            new JournalWrite.PutLedger(Entry("") with { Kind = "cancelled", Key = "p1", Message = 5 }),
            new JournalWrite.PutLedger(Entry("") with { Kind = "other", Key = "p1", Message = 9 }));

        Assert.That(await Journal.Reader.LedgerAfterAsync(Query(4), None), Is.EqualTo(Entry("") with { Kind = "cancelled", Key = "p1", Message = 5 }));
        Assert.That(await Journal.Reader.LedgerAfterAsync(Query(5), None), Is.EqualTo(moved));
        Assert.That(await Journal.Reader.LedgerAfterAsync(Query(7), None), Is.Null);
        Assert.That(await Journal.Reader.LedgerAfterAsync(Query(4) with { World = World.Real }, None), Is.Null);
        Assert.That(await Journal.Reader.LedgerAfterAsync(Query(4) with { Keys = [] }, None), Is.Null);
    }

    [Test]
    public async Task Should_keep_worlds_apart()
    {
        await CommitAsync(new JournalWrite.PutLedger(Entry("test")));

        Assert.That(await Journal.Reader.LedgerAsync(Given.Establishment, World.Real, "last-answer", "k", None), Is.Null);
    }

    [Test]
    public async Task Should_count_within_a_window()
    {
        var counts = new List<long>();
        foreach (var minutes in new[] { 0, 10, 59, 75 })
        {
            var at = Given.Now.AddMinutes(minutes);
            counts.AddRange((await Journal.CommitAsync([new JournalWrite.CountLedger(Entry("") with { At = at }, at.AddHours(-1))], None)).Counts);
        }

        Assert.That(counts, Is.EqualTo(new long[] { 1, 2, 3, 2 }));
    }

    [Test]
    public async Task Should_count_an_identity_once()
    {
        var counts = new List<long>();
        foreach (var identity in new[] { "a", "a", "b", null, null })
        {
            counts.AddRange((await Journal.CommitAsync([new JournalWrite.CountLedger(Entry(""), Given.Now.AddHours(-1), identity)], None)).Counts);
        }

        Assert.That(counts, Is.EqualTo(new long[] { 1, 1, 2, 3, 4 }));
    }

    [Test]
    public async Task Should_absorb_an_event_of_the_same_cause()
    {
        var raised = new CaseEvent(Given.Establishment, World.Test, "dossier/1:dead:0", "delivery-dead", "dossier/1", 1, 4, Given.Now);
        await CommitAsync(new JournalWrite.RaiseEvent(raised));
        await CommitAsync(new JournalWrite.RaiseEvent(raised with { At = Given.Now.AddHours(1), Handling = 5 }));

        Assert.That(await Journal.Reader.EventsAsync(1, None), Is.EqualTo(new[] { raised }));
    }

    [Test]
    public async Task Should_keep_the_content_of_a_revision_once_and_its_activations_newest_first()
    {
        await CommitAsync(new JournalWrite.PutRevision("r1", "one"u8.ToArray(), Given.Now), new JournalWrite.ActivateRevision("r1", Given.Now, "start"));
        await CommitAsync(new JournalWrite.PutRevision("r2", "two"u8.ToArray(), Given.Now), new JournalWrite.ActivateRevision("r2", Given.Now.AddHours(1), "reload"));
        await CommitAsync(new JournalWrite.PutRevision("r1", "other"u8.ToArray(), Given.Now.AddHours(2)), new JournalWrite.ActivateRevision("r1", Given.Now.AddHours(2), "rollback"));

        Assert.That((await Journal.Reader.RevisionAsync("r1", None))!.Value.ToArray(), Is.EqualTo("one"u8.ToArray()));
        Assert.That(await Journal.Reader.RevisionAsync("r9", None), Is.Null);
        Assert.That(await Journal.Reader.RevisionsAsync(2, None), Is.EqualTo(new[]
        {
            new RevisionRecord("r1", Given.Now, Given.Now.AddHours(2), "rollback"),
            new RevisionRecord("r2", Given.Now, Given.Now.AddHours(1), "reload"),
        }));
    }

    private static LedgerQuery Query(long after) => new(Given.Establishment, World.Test, ["cancelled", "moved"], ["p1", "p2"], after);

    private static LedgerEntry Entry(string value) => new(Given.Establishment, World.Test, "last-answer", "k", value, 1, Given.Now);
}
