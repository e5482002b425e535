using Simphonie.Journal.Sqlite;

namespace Simphonie.Bench.Rows;

/// <summary>A journal with many messages, made once and used by the rows that look into one.</summary>
internal static class FilledJournal
{
    private const int Writers = 256;

    /// <summary>Makes the journal in the directory, with messages numbered from 1.</summary>
    public static async Task MakeAsync(string directory, long messages, CancellationToken cancellationToken)
    {
        await using var journal = await SqliteJournal.OpenAsync(new() { Directory = directory }, cancellationToken);
        long last = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref last) is var number && number <= messages)
                {
                    await journal.AppendAsync(BenchMessages.Append(number), cancellationToken);
                }
            },
            cancellationToken)));
    }
}
