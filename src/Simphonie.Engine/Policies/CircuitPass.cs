namespace Simphonie.Engine.Policies;

/// <summary>Leave to make one attempt. Only the probe that was let out speaks for an open circuit: attempts that began while it was closed may end long after.</summary>
/// <param name="ProbeAt">Of a probe: when it was due, which no two probes share; null for an attempt while the circuit was closed.</param>
public readonly record struct CircuitPass(DateTimeOffset? ProbeAt);
