using System.Diagnostics;

namespace Simphonie.Bench.Rows;

/// <summary>Times of single operations, collected by several workers without sharing anything until the end.</summary>
internal sealed class Latencies(int workers, int each)
{
    private readonly long[][] _ticks = [.. Enumerable.Range(0, workers).Select(_ => new long[each])];

    public void Record(int worker, int index, long start) => _ticks[worker][index] = Stopwatch.GetTimestamp() - start;

    /// <summary>The time that the given share of all operations did not exceed, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var all = _ticks.SelectMany(ticks => ticks).Order().ToArray();
        return Stopwatch.GetElapsedTime(0, all[(int)Math.Min(all.Length - 1, all.Length * share)]).TotalMilliseconds;
    }
}
