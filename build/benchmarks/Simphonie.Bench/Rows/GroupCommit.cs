using System.Diagnostics;

namespace Simphonie.Bench.Rows;

/// <summary>The machine's own limit beside the journal: groups of messages appended to a plain file and synced.</summary>
internal readonly record struct GroupCommitResult(int GroupSize, double MessagesPerSecond, double SyncsPerSecond, double MedianMilliseconds);

/// <summary>Appends groups to a plain log and syncs each: no index, no row, nothing but the disk.</summary>
internal static class GroupCommit
{
    public static GroupCommitResult Run(string directory, int groupSize, int groups)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "plain.log");
        var group = new byte[groupSize * BenchMessages.Length];
        var latencies = new Latencies(1, groups);
        double seconds;
        using (var log = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < groups; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                log.Write(group);
                log.Flush(flushToDisk: true);
                latencies.Record(0, i, begun);
            }

            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        File.Delete(path);
        return new(groupSize, groupSize * groups / seconds, groups / seconds, latencies.Percentile(0.5));
    }
}
