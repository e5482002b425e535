using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_backup_is_restored<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_hold_what_the_journal_held()
    {
        var large = await Journal.Content.StoreAsync(RepeatingStream.Bytes(100_000), None);
        await KeepAsync(Given.Message() with { Payload = large, DuplicateKey = "GAP|1" });
        var handling = await HandleAsync();
        await CommitAsync(new JournalWrite.PutLedger(new(Given.Establishment, World.Test, "moved", "k", "v", 1, Given.Now)));
        var identity = new BusinessKey("nir", "255069900000117", Identity: true);
        await KeepAsync(Given.Message("MSH|three", keys: identity));

        var backup = Factory.NewDirectory();
        await Journal.BackupAsync(backup, None);
        await KeepAsync(Given.Message("MSH|after"));
        await using var restored = await Factory.RestoreAsync(backup, Clock);

        Assert.That(restored.Id, Is.EqualTo(Journal.Id));
        Assert.That((await restored.Reader.FiguresAsync(None)).Messages, Is.EqualTo(3), "what came after the backup is not in it");
        Assert.That((await restored.Reader.HandlingAsync(handling.Id, None))!.State, Is.EqualTo(HandlingState.Ready));
        Assert.That(await restored.Reader.LedgerAsync(Given.Establishment, World.Test, "moved", "k", None), Is.Not.Null);
        Assert.That((await restored.Reader.MessagesAsync(new() { Key = identity }, None)).Select(message => message.Id), Is.EqualTo(new long[] { 3 }));
        using var lease = (await restored.Reader.MessageAsync(1, None))!.Payload!.Lease();
        Assert.That(lease.Memory.ToArray(), Is.EqualTo(RepeatingStream.Bytes(100_000)));
        Assert.That((await restored.AppendAsync(Given.Message("MSH|four"), None)).Id, Is.EqualTo(4), "numbers go on where the backup stood");
    }

    [Test]
    public async Task Should_be_consistent_while_others_write()
    {
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await CommitAsync(
                    new JournalWrite.Append(Given.Message()),
                    new JournalWrite.InsertHandling(Given.Handling(0, key: null), OfAppend: 0));
            }
        })).ToArray();

        await KeepAsync();
        var backup = Factory.NewDirectory();
        await Journal.BackupAsync(backup, None);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await using var restored = await Factory.RestoreAsync(backup, Clock);

        var figures = await restored.Reader.FiguresAsync(None);
        Assert.That(figures.Ready, Is.EqualTo(figures.Messages - 1));
    }
}
