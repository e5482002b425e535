using Simphonie.Core.Journal;

namespace Simphonie.Bench.Rows;

/// <summary>How long the endpoint itself took, as the journal recorded each attempt.</summary>
internal static class EndpointTimes
{
    private const int Page = 100;

    /// <summary>Milliseconds of the last calls of a channel, oldest first.</summary>
    public static async Task<double[]> OfAsync(IJournalReader reader, string channel, int calls, CancellationToken cancellationToken)
    {
        var times = new List<double>(calls);
        long? before = null;
        while (times.Count < calls)
        {
            var page = await reader.MessagesAsync(new() { Channel = channel, Before = before, Limit = Page }, cancellationToken);
            foreach (var message in page.TakeWhile(_ => times.Count < calls))
            {
                times.Add(await OfAsync(reader, message.Id, cancellationToken));
            }

            before = page.Count == 0 ? throw new InvalidOperationException("The journal holds fewer calls than were made.") : page[^1].Id;
        }

        times.Reverse();
        return [.. times];
    }

    private static async Task<double> OfAsync(IJournalReader reader, long message, CancellationToken cancellationToken)
    {
        long micros = 0;
        foreach (var handling in await reader.HandlingsOfAsync(message, cancellationToken))
        {
            foreach (var delivery in await reader.DeliveriesOfAsync(handling.Id, cancellationToken))
            {
                micros += (await reader.AttemptsAsync(delivery.Key, cancellationToken)).Sum(attempt => attempt.Micros);
            }
        }

        return micros / 1000.0;
    }
}
