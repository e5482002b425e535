namespace Simphonie.Simulators.Cdri;

/// <summary>How the simulator misbehaves, at start or switched while it runs. All off by default.</summary>
public sealed record Disturbance
{
    /// <summary>Every call is answered HTTP 503.</summary>
    public bool Down { get; init; }

    public int LatencyMilliseconds { get; init; }

    /// <summary>Added to the latency, evenly from 0 to this.</summary>
    public int JitterMilliseconds { get; init; }

    /// <summary>Share of calls that get <see cref="Fault"/>, 0 to 1.</summary>
    public double FaultRate { get; init; }

    /// <summary>Subcode and code of the fault.</summary>
    public string Fault { get; init; } = "siram_40/desir_1020";

    /// <summary>Seed of jitter and fault rate: the same seed, the same course.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// For a NIR of 13 characters, what its next calls get, one each: <c>ok</c>, <c>down</c> (503), <c>reset</c> (the connection is cut),
    /// <c>silence</c> (no answer until the caller hangs up), or a fault such as <c>siram_100/desir_550</c>. After the last: ok.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Scripts { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
