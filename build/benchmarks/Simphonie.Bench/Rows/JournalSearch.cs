using System.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Bench.Rows;

/// <summary>Time of one search, in milliseconds. The first of the process compiles what the others use, and is told apart.</summary>
internal readonly record struct JournalSearchResult(long Messages, int Searches, double FirstMilliseconds, double MedianMilliseconds, double WorstMilliseconds);

/// <summary>Searches by business key in a journal that <see cref="FilledJournal"/> made: a dossier that has one message, a patient who has several, by turns.</summary>
internal static class JournalSearch
{
    public static async Task<JournalSearchResult> RunAsync(string directory, long messages, int searches, CancellationToken cancellationToken)
    {
        using var journal = SqliteJournalReader.Open(directory);
        var begun = Stopwatch.GetTimestamp();
        await journal.Reader.MessagesAsync(new() { Key = BenchMessages.Append(messages / 2 + 1).Keys[0] }, cancellationToken);
        var first = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;

        var latencies = new Latencies(1, searches);
        for (var i = 0; i < searches; i++)
        {
            var wanted = BenchMessages.Append((long)i * 2_654_435_761 % messages + 1);
            var start = Stopwatch.GetTimestamp();
            var found = await journal.Reader.MessagesAsync(new() { Key = wanted.Keys[i % wanted.Keys.Count] }, cancellationToken);
            latencies.Record(0, i, start);
            if (!found.Any(message => message.ControlId == wanted.ControlId))
            {
                throw new InvalidOperationException("the search did not find a message that the journal holds.");
            }
        }

        return new(messages, searches, first, latencies.Percentile(0.5), latencies.Percentile(1));
    }
}
