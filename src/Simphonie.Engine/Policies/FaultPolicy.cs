namespace Simphonie.Engine.Policies;

/// <summary>How often work that ends by an internal error is done again: after 1, 2, 4, 8 and 16 seconds, then no more. Pure.</summary>
public static class FaultPolicy
{
    public const int Most = 5;

    /// <param name="failures">Failures so far, at least 1.</param>
    /// <returns>Null when it is given up.</returns>
    public static TimeSpan? Wait(int failures) => failures > Most ? null : TimeSpan.FromSeconds(1 << (failures - 1));
}
