using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_writes_are_committed_together<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_tie_them_to_each_other_by_ordinal()
    {
        var result = await Journal.CommitAsync(
            [
                new JournalWrite.Append(Given.Message("MSH|first part") with { State = MessageState.Routed }),
                new JournalWrite.Append(Given.Message("MSH|second part") with { State = MessageState.Routed, OriginKind = "part", Origin = 1 }),
                new JournalWrite.InsertHandling(Given.Handling(0, key: "a"), OfAppend: 0),
                new JournalWrite.InsertHandling(Given.Handling(0, key: "b") with { StartedAtStage = 1 }, OfAppend: 1),
                new JournalWrite.InsertStage(new() { Handling = 0, Ordinal = 0, At = Given.Now, Steps = [new("1 map", "done", [], 12)] }, OfHandling: 1),
                new JournalWrite.InsertDelivery(Given.Delivery(new(0, 0, 0)), OfHandling: 1),
                new JournalWrite.PutTicket("t-1", 0, "client", Given.Now, OfHandling: 1),
            ],
            None);

        Assert.That(result.Messages, Is.EqualTo(new long[] { 1, 2 }));
        Assert.That(result.Handlings.Select(handling => (handling.State, handling.Stage)), Is.EqualTo(new[] { (HandlingState.Ready, 0), (HandlingState.Waiting, 1) }));
        var second = result.Handlings[1].Id;
        Assert.That((await Journal.Reader.HandlingAsync(second, None))!.Message, Is.EqualTo(2));
        Assert.That(await Journal.Reader.StagesAsync(second, None), Has.Count.EqualTo(1));
        Assert.That(await Journal.Reader.DeliveriesOfAsync(second, None), Has.Count.EqualTo(1));
        Assert.That(await Journal.Reader.TicketAsync("t-1", "client", None), Is.EqualTo(second));
        Assert.That(await Journal.Reader.TicketAsync("t-1", "another", None), Is.Null);
    }

    [Test]
    public async Task Should_keep_the_commits_of_one_caller_in_order()
    {
        for (var i = 0; i < 200; i++)
        {
            await CommitAsync(new JournalWrite.PutLedger(new(Given.Establishment, World.Test, "last", "k", $"{i}", i, Given.Now)));
            Assert.That((await Journal.Reader.LedgerAsync(Given.Establishment, World.Test, "last", "k", None))!.Value, Is.EqualTo($"{i}"));
        }
    }

    [Test]
    public async Task Should_commit_even_when_the_caller_stops_waiting()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 50).Select(_ => Journal.AppendAsync(Given.Message(), cancellation.Token).AsTask()).ToArray();
        await cancellation.CancelAsync();

        var ended = await Task.WhenAll(waiting.Select(async task => await Task.WhenAny(task)));
        await ReopenAsync();

        Assert.That(ended.Count(task => task.IsFaulted), Is.Zero);
        Assert.That((await Journal.Reader.FiguresAsync(None)).Messages, Is.EqualTo(50));
    }
}
