namespace Simphonie.Bench.Load;

/// <summary>What the load client does: so many connections, each with one message at a time, for so long after a warm-up.</summary>
internal sealed record LoadPlan(int Port, int Connections, TimeSpan WarmUp, TimeSpan Measured, string Template, string Run);

/// <summary>What it saw. Latencies are from the first byte written to the last of the acknowledgement.</summary>
internal sealed record LoadResult(long Acknowledged, long Refused, double Seconds, double MedianMilliseconds, double Percentile99Milliseconds, double LargestMilliseconds)
{
    public double PerSecond => Acknowledged / Seconds;
}
