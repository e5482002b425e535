using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_the_journal_is_reopened<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_be_the_same_journal_with_everything_in_it()
    {
        var id = Journal.Id;
        var pseudonym = Journal.Pseudonym("255069900000117");
        await KeepAsync(Given.Message("MSH|kept", "GAP|1"));
        var first = await HandleAsync();
        var second = await HandleAsync();

        await ReopenAsync();

        Assert.That(Journal.Id, Is.EqualTo(id));
        Assert.That(Journal.Pseudonym("255069900000117"), Is.EqualTo(pseudonym));
        Assert.That((await Journal.Reader.MessageAsync(1, None))!.Payload!.Length, Is.EqualTo(8));
        Assert.That((await Journal.AppendAsync(Given.Message("MSH|kept", "GAP|1"), None)).Kind, Is.EqualTo(AppendKind.Duplicate));
        var ended = await Journal.CommitAsync([new JournalWrite.UpdateHandling(first.Id, 0, HandlingState.Done, 1, Given.Now)], None);
        Assert.That(ended.Promoted.Select(next => next.Id), Is.EqualTo(new[] { second.Id }));
    }

    [Test]
    public async Task Should_keep_content_that_a_message_refers_to()
    {
        var payload = await Journal.Content.StoreAsync(RepeatingStream.Bytes(100_000), None);
        await KeepAsync(Given.Message() with { Payload = payload });

        await ReopenAsync();
        await ReopenAsync();

        using var lease = (await Journal.Reader.MessageAsync(1, None))!.Payload!.Lease();
        Assert.That(lease.Memory.Length, Is.EqualTo(100_000));
    }

    [Test]
    public async Task Should_refuse_writes_once_closed()
    {
        var closed = Journal;
        await CloseAsync();

        Assert.That(async () => await closed.AppendAsync(Given.Message(), None), Throws.InstanceOf<ObjectDisposedException>());
    }
}
