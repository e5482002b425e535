namespace Simphonie.Simulators.Gap;

/// <summary>One message that the simulated GAP received.</summary>
/// <param name="ControlId">MSH-10.</param>
/// <param name="Type">MSH-9.</param>
/// <param name="Dossier">PID-18.1, empty when there is none.</param>
/// <param name="Body">All of it, for tests to compare; never printed.</param>
public sealed record GapReceipt(string ControlId, string Type, string Dossier, ReadOnlyMemory<byte> Body)
{
    public override string ToString() => $"{Type} {ControlId}";
}
