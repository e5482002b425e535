using System.Diagnostics;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Bench.Rows;

/// <summary>What the journal alone does, in process: rows a second and the time one commit takes.</summary>
internal readonly record struct JournalAloneResult(int Writers, long Messages, double PerSecond, double MedianMilliseconds, double Percentile99Milliseconds, double BytesAllocatedEach);

/// <summary>Writers that each wait for their commit before the next append: same rows, keys and duplicate index as behind MLLP.</summary>
internal static class JournalAlone
{
    public static async Task<JournalAloneResult> RunAsync(string directory, int writers, int each, CancellationToken cancellationToken)
    {
        await using var journal = await SqliteJournal.OpenAsync(new() { Directory = directory }, cancellationToken);
        var numbers = new Numbers();
        await WriteAsync(journal, writers, Math.Max(1, each / 10), numbers, new(writers, each), cancellationToken); // warm up

        var latencies = new Latencies(writers, each);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await WriteAsync(journal, writers, each, numbers, latencies, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var messages = (long)writers * each;
        return new(
            writers,
            messages,
            messages / seconds,
            latencies.Percentile(0.5),
            latencies.Percentile(0.99),
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)messages);
    }

    private static Task WriteAsync(SqliteJournal journal, int writers, int each, Numbers numbers, Latencies latencies, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < each; i++)
                {
                    var message = BenchMessages.Append(numbers.Next());
                    var start = Stopwatch.GetTimestamp();
                    await journal.AppendAsync(message, cancellationToken);
                    latencies.Record(writer, i, start);
                }
            },
            cancellationToken)));

    private sealed class Numbers
    {
        private long _last;

        public long Next() => Interlocked.Increment(ref _last);
    }
}
