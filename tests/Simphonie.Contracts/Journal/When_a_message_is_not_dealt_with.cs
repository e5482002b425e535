using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_message_is_not_dealt_with<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private static readonly BusinessKey s_ipp = new("ipp", "7^^^CHU-X", false);
    private static readonly BusinessKey s_ins = new("ins", "279035121518989", true);

    [Test]
    public async Task Should_be_found_by_any_of_its_keys_while_it_is_not_sequenced()
    {
        var asks = await Journal.AppendAsync(Given.Message("MSH|1", null, s_ipp), None);
        var change = await Journal.AppendAsync(Given.Message("MSH|2", null, s_ipp, s_ins), None);

        Assert.That(await FirstAsync(asks.Id, s_ipp), Is.EqualTo(new PendingMention(change.Id, null)));
        Assert.That(await FirstAsync(asks.Id, s_ins), Is.EqualTo(new PendingMention(change.Id, null)));
        Assert.That(await FirstAsync(change.Id, s_ipp), Is.Null, "it is not after itself");
        Assert.That(await FirstAsync(asks.Id, s_ipp with { Value = "8^^^CHU-X" }), Is.Null);
        Assert.That(await FirstAsync(asks.Id), Is.Null);
    }

    [Test]
    public async Task Should_be_found_until_its_handling_on_a_route_has_ended()
    {
        var asks = await Journal.AppendAsync(Given.Message("MSH|1", null, s_ipp), None);
        var change = await Journal.AppendAsync(Given.Message("MSH|2", null, s_ipp), None);
        var made = await Journal.CommitAsync(
            [
                new JournalWrite.SetMessageState(change.Id, MessageState.Routed, "r1"),
                new JournalWrite.InsertHandling(Given.Handling(change.Id, route: "identity-changes")),
                new JournalWrite.InsertHandling(Given.Handling(change.Id, route: "another")),
            ],
            None);
        var handling = made.Handlings[0].Id;

        Assert.That(await FirstAsync(asks.Id, s_ipp), Is.EqualTo(new PendingMention(change.Id, handling)));

        await CommitAsync(new JournalWrite.UpdateHandling(handling, 0, HandlingState.Done, 1, Given.Now));
        Assert.That(await FirstAsync(asks.Id, s_ipp), Is.Null);
    }

    private ValueTask<PendingMention?> FirstAsync(long after, params BusinessKey[] keys) =>
        Journal.Reader.PendingMentionAsync(new(Given.Establishment, World.Test, after, keys, ["identity-changes", "more"]), None);
}
