using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_messages_are_sequenced<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_offer_accepted_messages_in_journal_order_with_their_bytes()
    {
        await KeepAsync(Given.Message("MSH|1"));
        await KeepAsync(Given.Message("MSH|2") with { State = MessageState.Refused });
        await KeepAsync(Given.Message("MSH|3"));

        var waiting = await Journal.Reader.UnsequencedAsync(10, None);

        Assert.That(waiting.Select(message => message.Id), Is.EqualTo(new long[] { 1, 3 }));
        Assert.That(waiting[1].Payload!.Length, Is.EqualTo(5));
    }

    [Test]
    public async Task Should_go_on_behind_the_position()
    {
        for (var i = 0; i < 5; i++)
        {
            await KeepAsync();
        }

        await CommitAsync(new JournalWrite.SetMessageState(1, MessageState.Routed, "r1"), new JournalWrite.SetMessageState(2, MessageState.Unrouted, "r1"), new JournalWrite.AdvanceSequencer(2));
        await CommitAsync(new JournalWrite.AdvanceSequencer(1));

        Assert.That((await Journal.Reader.UnsequencedAsync(2, None)).Select(message => message.Id), Is.EqualTo(new long[] { 3, 4 }), "a position never goes back");
        Assert.That((await Journal.Reader.MessageAsync(1, None))!.Revision, Is.EqualTo("r1"));
        Assert.That((await Journal.Reader.FiguresAsync(None)).Unsequenced, Is.EqualTo(3));
    }
}
