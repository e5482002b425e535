using System.Globalization;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Journal.Tests.Crash;

public sealed class When_the_process_is_killed
{
    private const int Rounds = 20;

    [Test]
    [CancelAfter(300_000)]
    public async Task Should_hold_everything_that_was_promised(CancellationToken cancellationToken)
    {
        var place = Directory.CreateTempSubdirectory("simphonie-crash-");
        var random = new Random(20260302);
        var promised = new Dictionary<(string What, long Id), long>();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var line in await JournalProcess.RunUntilKilledAsync(place.FullName, round, random.Next(1, 600)))
                {
                    if (line.Split(' ') is [var what, var id, var value] && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    {
                        Assert.That(promised.TryAdd((what, long.Parse(id, CultureInfo.InvariantCulture)), number), Is.True, "no number is given twice");
                    }
                }

                await CheckAsync(place.FullName, promised, cancellationToken);
            }
        }
        finally
        {
            place.Delete(recursive: true);
        }

        Assert.That(promised, Has.Count.GreaterThan(Rounds));
    }

    private static async Task CheckAsync(string directory, Dictionary<(string What, long Id), long> promised, CancellationToken cancellationToken)
    {
        await using var journal = await SqliteJournal.OpenAsync(new() { Directory = directory }, cancellationToken);
        foreach (var ((what, id), value) in promised)
        {
            if (what == "message")
            {
                var message = await journal.Reader.MessageAsync(id, cancellationToken);
                using var lease = message?.Payload?.Lease();
                Assert.That(lease?.Memory.Length, Is.EqualTo(value), $"message {id}");
                continue;
            }

            var handling = await journal.Reader.HandlingAsync(id, cancellationToken);
            Assert.That(handling?.Message, Is.EqualTo(value), $"handling {id}");
            Assert.That(await journal.Reader.StagesAsync(id, cancellationToken), Has.Count.EqualTo(1));
            Assert.That(await journal.Reader.DeliveryAsync(new DeliveryKey(id, 0, 0), cancellationToken), Is.Not.Null);
        }
    }
}
