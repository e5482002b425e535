using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_work_item_is_open<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private static WorkItemRecord Item(string? identity = null) => new()
    {
        Establishment = Given.Establishment,
        Code = "SIM4301",
        What = "Look at the identity of the dossier.",
        Why = "The birth date of the answer differs.",
        Message = 1,
        OpenedAt = Given.Now,
        Identity = identity,
    };

    [Test]
    public async Task Should_be_one_item_for_one_identity()
    {
        var result = await Journal.CommitAsync(
            [new JournalWrite.OpenWorkItem(Item("a")), new JournalWrite.OpenWorkItem(Item("a")), new JournalWrite.OpenWorkItem(Item()), new JournalWrite.OpenWorkItem(Item())],
            None);

        Assert.That(result.WorkItems, Is.EqualTo(new long[] { 1, 1, 2, 3 }));
    }

    [Test]
    public async Task Should_be_taken_and_done_once()
    {
        await CommitAsync(new JournalWrite.OpenWorkItem(Item("a")));

        Assert.That(await CommitAsync(new JournalWrite.TakeWorkItem(1, "nadia")), Is.EqualTo(CommitKind.Committed));
        Assert.That(await CommitAsync(new JournalWrite.CloseWorkItem(1, "nadia", "corrected in the GAP", Given.Now.AddHours(1))), Is.EqualTo(CommitKind.Committed));
        Assert.That(await CommitAsync(new JournalWrite.CloseWorkItem(1, "paul", "again", Given.Now)), Is.EqualTo(CommitKind.Conflict));

        var item = (await Journal.Reader.WorkItemsAsync(new(OpenOnly: false, Id: 1), None)).Single();
        Assert.That(item, Is.EqualTo(Item("a") with { Id = 1, TakenBy = "nadia", DoneBy = "nadia", DoneWhy = "corrected in the GAP", DoneAt = Given.Now.AddHours(1) }));
        Assert.That(await Journal.Reader.WorkItemsAsync(new(), None), Is.Empty);
    }

    [Test]
    public async Task Should_be_done_by_its_identity_where_it_is_open()
    {
        await CommitAsync(new JournalWrite.OpenWorkItem(Item("a")), new JournalWrite.OpenWorkItem(Item("b")), new JournalWrite.OpenWorkItem(Item("a") with { Establishment = "100000009" }));

        var close = new JournalWrite.CloseWorkItemOf(Given.Establishment, "a", "nadia", "decided otherwise", Given.Now.AddHours(1));
        Assert.That(await CommitAsync(close), Is.EqualTo(CommitKind.Committed));
        Assert.That(await CommitAsync(close with { By = "paul" }), Is.EqualTo(CommitKind.Committed), "nothing is left to be done");
        Assert.That(await CommitAsync(close with { Identity = "z" }), Is.EqualTo(CommitKind.Committed), "there never was one");

        Assert.That((await Journal.Reader.WorkItemsAsync(new(), None)).Select(item => (item.Establishment, item.Identity)), Is.EqualTo(new[] { ("100000009", "a"), (Given.Establishment, "b") }));
        var done = (await Journal.Reader.WorkItemsAsync(new(OpenOnly: false, Id: 1), None)).Single();
        Assert.That((done.DoneBy, done.DoneWhy), Is.EqualTo(("nadia", "decided otherwise")));
    }

    [Test]
    public async Task Should_be_listed_newest_first_page_by_page()
    {
        await Journal.CommitAsync([.. Enumerable.Range(0, 5).Select(_ => new JournalWrite.OpenWorkItem(Item()))], None);

        var first = await Journal.Reader.WorkItemsAsync(new(Limit: 2), None);
        var second = await Journal.Reader.WorkItemsAsync(new(Limit: 2, Before: first[^1].Id), None);

        Assert.That(first.Concat(second).Select(item => item.Id), Is.EqualTo(new long[] { 5, 4, 3, 2 }));
    }
}
