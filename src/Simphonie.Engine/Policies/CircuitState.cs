namespace Simphonie.Engine.Policies;

/// <summary>When a circuit opens, and how long it stays open: doubling with each probe that fails.</summary>
/// <param name="Failures">Failures in a row that open it.</param>
/// <param name="FirstOpen">How long it is open at first.</param>
/// <param name="MaxOpen">How long at most.</param>
public sealed record CircuitSettings(int Failures, TimeSpan FirstOpen, TimeSpan MaxOpen)
{
    public static CircuitSettings Default { get; } = new(3, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
}

/// <summary>The circuit of an endpoint, as a value; every change gives a new one. Pure.</summary>
/// <param name="Failures">Failures in a row while closed.</param>
/// <param name="OpenSince">When it opened; null while it is closed.</param>
/// <param name="ProbeAt">When one delivery may try; null while it is closed.</param>
/// <param name="Openings">Probes that failed since it opened, plus one.</param>
/// <param name="Probing">A probe is under way.</param>
public sealed record CircuitState(int Failures, DateTimeOffset? OpenSince, DateTimeOffset? ProbeAt, int Openings, bool Probing)
{
    public static CircuitState Closed { get; } = new(0, null, null, 0, false);

    public bool IsOpen => OpenSince is not null;

    /// <summary>True when a delivery may go now: always while closed, and one probe at a time once it is due.</summary>
    public bool Permits(DateTimeOffset now) => !IsOpen || (!Probing && now >= ProbeAt);

    /// <summary>After <see cref="Permits"/> was used, with <see cref="Pass"/>.</summary>
    public CircuitState Enter() => IsOpen ? this with { Probing = true } : this;

    /// <summary>What an attempt that goes now goes with.</summary>
    public CircuitPass Pass => new(ProbeAt);

    /// <summary>The attempt said nothing about the endpoint (it was cancelled before it began).</summary>
    public CircuitState Leave(CircuitPass pass) => IsProbe(pass) ? this with { Probing = false } : this;

    public CircuitState Succeed() => Closed;

    public CircuitState Fail(DateTimeOffset now, CircuitSettings settings, CircuitPass pass)
    {
        if (!IsOpen)
        {
            return Failures + 1 < settings.Failures
                ? this with { Failures = Failures + 1 }
                : new(0, now, now + settings.FirstOpen, 1, false);
        }

        var wait = TimeSpan.FromSeconds(Math.Min(settings.FirstOpen.TotalSeconds * Math.Pow(2, Math.Min(Openings, 30)), settings.MaxOpen.TotalSeconds));
        return IsProbe(pass) ? this with { ProbeAt = now + wait, Openings = Openings + 1, Probing = false } : this;
    }

    private bool IsProbe(CircuitPass pass) => Probing && pass.ProbeAt == ProbeAt;
}
