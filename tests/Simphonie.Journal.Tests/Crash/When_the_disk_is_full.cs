using Dapper;
using Simphonie.Contracts.Journal;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sqlite;
using Simphonie.Journal.Tests.Sqlite;

namespace Simphonie.Journal.Tests.Crash;

public sealed class When_the_disk_is_full
{
    [Test]
    public async Task Should_refuse_cleanly_keep_what_it_promised_and_go_on_when_there_is_room()
    {
        await using var factory = new SqliteJournalFactory();
        var journal = (SqliteJournal)await factory.OpenAsync(TimeProvider.System);
        await using var closing = journal;
        await journal.MaintainAsync(connection => connection.Execute("pragma max_page_count = 200"), CancellationToken.None);
        var message = Given.Message(new string('x', 20_000));
        var kept = new List<long>();

        var refused = Assert.CatchAsync<JournalBrokenException>(async () =>
        {
            while (kept.Count < 1000)
            {
                kept.Add((await journal.AppendAsync(message, CancellationToken.None)).Id);
            }
        });

        Assert.That(refused!.Message, Does.Contain("full"));
        Assert.That(kept, Is.Not.Empty);
        Assert.That((await journal.Reader.FiguresAsync(CancellationToken.None)).Messages, Is.EqualTo(kept.Count), "the hub reads on");

        await journal.MaintainAsync(connection => connection.Execute("pragma max_page_count = 100000"), CancellationToken.None);
        Assert.That((await journal.AppendAsync(message, CancellationToken.None)).Id, Is.EqualTo(kept.Count + 1));
    }
}
