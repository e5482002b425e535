using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_group_is_open<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_gather_its_members_in_order_until_it_closes()
    {
        await CommitAsync(Add("g", 11, closesInMinutes: 10), Add("g", 12, closesInMinutes: 30), Add("other", 13, closesInMinutes: 60));

        var due = await Journal.Reader.DueGroupsAsync(Given.Now.AddMinutes(10), 10, None);

        Assert.That(due.Select(group => (group.GroupKey, group.ClosesAt)), Is.EqualTo(new[] { ("g", Given.Now.AddMinutes(10)) }), "the earliest closing time holds");
        Assert.That(due[0].Handlings, Is.EqualTo(new long[] { 11, 12 }));
        Assert.That((await Journal.Reader.GroupOfAsync(13, None))!.GroupKey, Is.EqualTo("other"));
        Assert.That(await Journal.Reader.GroupOfAsync(99, None), Is.Null);
    }

    [Test]
    public async Task Should_close_once_and_begin_anew()
    {
        await CommitAsync(Add("g", 11, closesInMinutes: 10));
        var first = (await Journal.Reader.GroupOfAsync(11, None))!;

        Assert.That(await CommitAsync(new JournalWrite.CloseGroup(first.Id, Given.Now)), Is.EqualTo(CommitKind.Committed));
        Assert.That(await CommitAsync(new JournalWrite.CloseGroup(first.Id, Given.Now)), Is.EqualTo(CommitKind.Conflict));
        await CommitAsync(Add("g", 12, closesInMinutes: 10));

        Assert.That((await Journal.Reader.GroupOfAsync(12, None))!.Id, Is.Not.EqualTo(first.Id));
        Assert.That(await Journal.Reader.DueGroupsAsync(Given.Now.AddHours(1), 10, None), Has.Count.EqualTo(1));
    }

    private static JournalWrite.AddToGroup Add(string key, long handling, int closesInMinutes) =>
        new(Given.Establishment, "lots", key, handling, Given.Now, Given.Now.AddMinutes(closesInMinutes));
}
