namespace Simphonie.Bench.Load;

/// <summary>The whole road as its GAP sees it: admissions go out, returns come in, and no more than so many are on the way at once.</summary>
internal sealed record RoadPlan(int HubPort, int ReturnPort, int OnTheWay, TimeSpan WarmUp, TimeSpan Measured);

/// <summary>Returns that arrived in the measured time, and how long each took from its admission; those of the first and the last third tell whether the rate holds. The processor time is the client's own.</summary>
internal sealed record RoadResult(long Returns, double FirstThirdPerSecond, double LastThirdPerSecond, long Refused, double Seconds, double MedianMilliseconds, double Percentile99Milliseconds, double ProcessorSeconds)
{
    public double PerSecond => Returns / Seconds;
}
