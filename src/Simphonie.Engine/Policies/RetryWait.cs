using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Policies;

/// <summary>How long to wait before the next attempt: first × factor^(n−1), at most the maximum, spread by ±20 % so that many do not come back at once.</summary>
public static class RetryWait
{
    /// <param name="policy">The route's policy.</param>
    /// <param name="attempts">Attempts that counted so far, at least 1.</param>
    /// <param name="random">Uniform in [0, 1).</param>
    public static TimeSpan After(RetryPolicy policy, int attempts, double random)
    {
        var seconds = Math.Min(policy.FirstWait.TotalSeconds * Math.Pow(policy.Factor, attempts - 1), policy.MaxWait.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.8 + 0.4 * random));
    }
}
