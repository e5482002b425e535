using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_handling_ends<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_promote_the_next_of_its_key_in_the_same_commit(
        [Values(HandlingState.Done, HandlingState.Dropped, HandlingState.Discarded, HandlingState.Expired, HandlingState.Released)] HandlingState end)
    {
        var (first, second, third) = await ThreeOfOneKeyAsync();

        var result = await Journal.CommitAsync([new JournalWrite.UpdateHandling(first.Id, 0, end, 1, Given.Now)], None);

        Assert.That(result.Promoted, Is.EqualTo(new[] { new HandlingCreated(second.Id, HandlingState.Ready, 3, 0) }));
        Assert.That((await Journal.Reader.HandlingAsync(third.Id, None))!.State, Is.EqualTo(HandlingState.Held));
    }

    [Test]
    public async Task Should_hold_the_key_when_it_is_stuck([Values(HandlingState.Dead, HandlingState.Unknown, HandlingState.Waiting)] HandlingState stuck)
    {
        var (first, second, _) = await ThreeOfOneKeyAsync();

        var result = await Journal.CommitAsync([new JournalWrite.UpdateHandling(first.Id, 0, stuck, 1, Given.Now)], None);

        Assert.That(result.Promoted, Is.Empty);
        Assert.That((await Journal.Reader.HolderAsync(second.Id, None))!.Id, Is.EqualTo(first.Id));
    }

    [Test]
    public async Task Should_promote_nobody_when_a_held_one_is_discarded()
    {
        var (first, second, third) = await ThreeOfOneKeyAsync();

        var discarded = await Journal.CommitAsync([new JournalWrite.UpdateHandling(second.Id, 0, HandlingState.Discarded, 0, Given.Now)], None);
        var ended = await Journal.CommitAsync([new JournalWrite.UpdateHandling(first.Id, 0, HandlingState.Done, 1, Given.Now)], None);

        Assert.That(discarded.Promoted, Is.Empty);
        Assert.That(ended.Promoted.Select(next => next.Id), Is.EqualTo(new[] { third.Id }));
    }

    private async Task<(HandlingCreated First, HandlingCreated Second, HandlingCreated Third)> ThreeOfOneKeyAsync()
    {
        var created = new List<HandlingCreated>();
        for (var i = 0; i < 3; i++)
        {
            var message = await Journal.AppendAsync(Given.Message(), None);
            created.AddRange((await Journal.CommitAsync([new JournalWrite.InsertHandling(Given.Handling(message.Id))], None)).Handlings);
        }

        Assert.That(created.Select(handling => handling.State), Is.EqualTo(new[] { HandlingState.Ready, HandlingState.Held, HandlingState.Held }));
        return (created[0], created[1], created[2]);
    }
}
