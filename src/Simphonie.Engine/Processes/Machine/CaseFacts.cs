using Simphonie.Core.Documents;

namespace Simphonie.Engine.Processes.Machine;

/// <summary>What a case is at one moment, without anything of how it is kept.</summary>
/// <param name="Key">What tells it from others.</param>
/// <param name="State">Name of its state.</param>
/// <param name="Entered">When it entered the state.</param>
/// <param name="Holds">Its values, one for each hold of the process.</param>
/// <param name="Fired">Timers of the state that have come, with the instants they came for.</param>
/// <param name="Next">The timer that is due next; null for none.</param>
internal sealed record CaseFacts(string Key, string State, DateTimeOffset Entered, Value[] Holds, IReadOnlyList<CaseTimer> Fired, CaseTimer? Next);

/// <summary>A timer of a state: its index there, and the instant it is due.</summary>
internal readonly record struct CaseTimer(int Index, DateTimeOffset Due);
