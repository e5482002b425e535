using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

/// <summary>Any course of events against a model of it: a queue per key, whose head alone may run.</summary>
public abstract class When_handlings_come_and_go<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private static readonly HandlingState[] Moves =
    [
        HandlingState.Waiting, HandlingState.Dead, HandlingState.Unknown, HandlingState.Ready,
        HandlingState.Done, HandlingState.Discarded, HandlingState.Expired, HandlingState.Dropped, HandlingState.Released,
    ];

    [Test]
    public async Task Should_let_the_oldest_of_each_key_run_and_nobody_else([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var queues = new Dictionary<string, List<long>> { ["a"] = [], ["b"] = [], ["c"] = [] };
        for (var step = 0; step < 60; step++)
        {
            var (key, queue) = queues.ElementAt(random.Next(queues.Count));
            if (queue.Count == 0 || random.Next(3) == 0)
            {
                var created = await HandleAsync(key);
                Assert.That(created.State, Is.EqualTo(queue.Count == 0 ? HandlingState.Ready : HandlingState.Held));
                queue.Add(created.Id);
                continue;
            }

            // Mostly the head moves; now and then one that is held is given up.
            var at = random.Next(4) == 0 ? random.Next(queue.Count) : 0;
            var move = at == 0 ? Moves[random.Next(Moves.Length)] : HandlingState.Discarded;
            var record = (await Journal.Reader.HandlingAsync(queue[at], None))!;
            var result = await Journal.CommitAsync([new JournalWrite.UpdateHandling(record.Id, record.Version, move, record.Stage + 1, Given.Now)], None);

            var ended = move is HandlingState.Done or HandlingState.Discarded or HandlingState.Expired or HandlingState.Dropped or HandlingState.Released;
            long[] next = ended && at == 0 && queue.Count > 1 ? [queue[1]] : [];
            Assert.That(result.Promoted.Select(promoted => promoted.Id), Is.EqualTo(next), $"step {step}: {move} at place {at} of {key}");
            if (ended)
            {
                queue.RemoveAt(at);
            }
        }

        var held = await Journal.Reader.HandlingsInAsync(HandlingState.Held, after: 0, limit: 1000, None);
        Assert.That(held.Select(handling => handling.Id), Is.EquivalentTo(queues.Values.SelectMany(queue => queue.Skip(1))));
    }
}
