namespace Simphonie.Core.Journal;

/// <summary>What became of an event that met a case.</summary>
public enum CaseOutcome
{
    /// <summary>A transition was taken.</summary>
    Taken,

    /// <summary>The state ignores it.</summary>
    Ignored,

    /// <summary>The state does not name it, or no transition for it applied: nothing changed and people were told.</summary>
    Unexpected,

    /// <summary>A transition would have broken what must always hold, or could not be computed: nothing changed and people were told.</summary>
    Refused,
}

/// <summary>One event in the history of a case. Its identity is that of its cause; a copy changes nothing and is counted.</summary>
public sealed record CaseHistory
{
    /// <summary>The case; 0 before it is inserted.</summary>
    public required long Case { get; init; }

    /// <summary>Identity of its cause within the case: business identity, rule, ordinal.</summary>
    public required string Identity { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of the event; <c>timer</c> for a time that came.</summary>
    public required string Event { get; init; }

    public required DateTimeOffset At { get; init; }

    public required CaseOutcome Outcome { get; init; }

    /// <summary>State before; null for the event that began the case.</summary>
    public string? From { get; init; }

    /// <summary>State after.</summary>
    public required string To { get; init; }

    /// <summary>Its values as a JSON object; null for none.</summary>
    public string? Values { get; init; }

    /// <summary>Message that it came from; null for none.</summary>
    public long? Message { get; init; }

    /// <summary>Code of why it was not taken; null when it was.</summary>
    public string? CauseCode { get; init; }

    /// <summary>How often it came; more than 1: copies were absorbed.</summary>
    public int Seen { get; init; } = 1;
}
