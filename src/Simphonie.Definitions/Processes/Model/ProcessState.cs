using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Processes.Model;

/// <summary>A state of a process.</summary>
public sealed record ProcessState
{
    public required string Name { get; init; }

    public required Place Place { get; init; }

    /// <summary>Cases begin here.</summary>
    public bool First { get; init; }

    /// <summary>How the case ended; null: it goes on. An end may still take events that come late.</summary>
    public string? End { get; init; }

    /// <summary>Done when a case enters the state.</summary>
    public IReadOnlyList<CaseAction> Enter { get; init; } = [];

    /// <summary>Transitions by events, tried in order.</summary>
    public IReadOnlyList<EventTransition> On { get; init; } = [];

    /// <summary>Transitions by time; the earliest that is due comes first, and of those due together the first written.</summary>
    public IReadOnlyList<TimerTransition> At { get; init; } = [];

    /// <summary>Events that are kept in the history and change nothing.</summary>
    public IReadOnlySet<string> Ignore { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
