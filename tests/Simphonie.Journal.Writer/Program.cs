using System.Globalization;
using Simphonie.Contracts.Journal;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sqlite;

// Writes to the journal of a directory until it is killed, and tells on its output what was promised to it:
//   message ID LENGTH      an append whose task completed
//   handling ID MESSAGE    a commit of message, handling, stage and delivery whose task completed
await using var journal = await SqliteJournal.OpenAsync(new() { Directory = args[0] }, CancellationToken.None);
var round = args[1];
var output = Console.Out;
var gate = new Lock();
await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => writer % 2 == 0 ? AppendAsync(writer) : CommitAsync(writer))));

async Task AppendAsync(int writer)
{
    for (var i = 0; ; i++)
    {
        // Every twentieth is large: a file of the content store that its row must never miss.
        var payload = await journal.Content.StoreAsync(new byte[i % 20 == 0 ? 70_000 + i : 100 + i], CancellationToken.None);
        var result = await journal.AppendAsync(Given.Message(duplicateKey: $"{round}|{writer}|{i}") with { Payload = payload }, CancellationToken.None);
        Tell("message", result.Id, payload.Length);
    }
}

async Task CommitAsync(int writer)
{
    while (true)
    {
        var result = await journal.CommitAsync(
            [
                new JournalWrite.Append(Given.Message("MSH|committed")),
                new JournalWrite.InsertHandling(Given.Handling(0, key: null), OfAppend: 0),
                new JournalWrite.InsertStage(new() { Handling = 0, Ordinal = 0, At = Given.Now, Steps = [new("1 map", "done", [], writer)] }, OfHandling: 0),
                new JournalWrite.InsertDelivery(Given.Delivery(new(0, 0, 0)), OfHandling: 0),
            ],
            CancellationToken.None);
        Tell("handling", result.Handlings[0].Id, result.Messages[0]);
    }
}

void Tell(string what, long id, long value)
{
    lock (gate)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {id} {value}"));
        output.Flush();
    }
}
