using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Definitions.Testing.Processes;

/// <summary>A test of a process: events with their times, and what must come of one case.</summary>
public sealed record ProcessTest : DefinitionTest
{
    public required IReadOnlyList<TestEvent> Events { get; init; }

    /// <summary>How long time goes on after the last event; null: not at all.</summary>
    public DateTimeOffset? Until { get; init; }

    public required IReadOnlyList<ProcessExpectation> Expected { get; init; }
}

/// <summary>An event of a test.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">When it happens; timers that are due before come first.</param>
/// <param name="Identity">Identity of its cause; a second one of the same is a copy.</param>
/// <param name="Values">Its values, typed as the process declares them.</param>
/// <param name="Place">Where it is written.</param>
public sealed record TestEvent(string Name, DateTimeOffset At, string Identity, IReadOnlyList<KeyValuePair<string, Value>> Values, Place Place);

/// <summary>What a test of a process expects.</summary>
public abstract record ProcessExpectation(Place Place)
{
    public sealed record State(string Name, Place Place) : ProcessExpectation(Place);

    public sealed record End(string Name, Place Place) : ProcessExpectation(Place);

    /// <summary>Values as they are written; an empty text: the case holds nothing there.</summary>
    public sealed record Holds(IReadOnlyList<KeyValuePair<string, string>> Values, Place Place) : ProcessExpectation(Place);

    public sealed record Sent(string Name, int Times, IReadOnlyList<KeyValuePair<string, string>> Values, Place Place) : ProcessExpectation(Place);

    public sealed record NothingSent(IReadOnlyList<string> Names, Place Place) : ProcessExpectation(Place);

    public sealed record Raised(string Event, int Times, Place Place) : ProcessExpectation(Place);

    public sealed record WorkItem(string Text, Place Place) : ProcessExpectation(Place);

    public sealed record WorkItems(int Count, Place Place) : ProcessExpectation(Place);

    public sealed record Alert(string Text, Place Place) : ProcessExpectation(Place);

    public sealed record Alerts(int Count, Place Place) : ProcessExpectation(Place);

    /// <summary>How many times events of a name ended as unexpected, ignored, refused or absorbed.</summary>
    public sealed record Fate(string Outcome, string Event, int Times, Place Place) : ProcessExpectation(Place);
}
