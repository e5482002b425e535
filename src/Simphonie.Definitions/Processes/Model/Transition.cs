using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Processes.Model;

/// <summary>What happens to a case at an event or a time.</summary>
public abstract record Transition(Place Place)
{
    /// <summary>Only when true; null: always.</summary>
    public Expression? If { get; init; }

    /// <summary>State that is entered; null: the case stays where it is, and its clock goes on.</summary>
    public string? To { get; init; }

    /// <summary>Values that change, all computed from the case as it was.</summary>
    public IReadOnlyList<SetHold> Set { get; init; } = [];

    /// <summary>Done before what the entered state does.</summary>
    public IReadOnlyList<CaseAction> Actions { get; init; } = [];
}

/// <summary>A transition by an event.</summary>
public sealed record EventTransition(string Event, Place Place) : Transition(Place);

/// <summary>A transition at a time.</summary>
/// <param name="Due">The instant; empty: there is no such time. When it changes, the timer is set anew.</param>
/// <param name="Place">Where it is written.</param>
public sealed record TimerTransition(Expression Due, Place Place) : Transition(Place);

/// <summary>Sets the hold of an index.</summary>
public sealed record SetHold(int Index, Expression Value);

/// <summary>What must always be true of a case.</summary>
public sealed record Invariant(Expression Condition, Place Place);
