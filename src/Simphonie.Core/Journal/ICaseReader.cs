using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>Reads business cases page by page. Never waits for the writer.</summary>
public interface ICaseReader
{
    /// <summary>For each question, in its order, the case of that key and whether its history has the event already. One query for all.</summary>
    ValueTask<IReadOnlyList<CaseAnswer>> LookUpAsync(string establishment, World world, string process, IReadOnlyList<CaseQuestion> questions, CancellationToken cancellationToken);

    ValueTask<CaseRecord?> CaseAsync(long id, CancellationToken cancellationToken);

    /// <summary>Cases newest first.</summary>
    ValueTask<IReadOnlyList<CaseRecord>> CasesAsync(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>How many cases are in each state of each process.</summary>
    ValueTask<IReadOnlyList<CaseCount>> CountsAsync(string? process, CancellationToken cancellationToken);

    /// <summary>The history of a case in order, after an ordinal.</summary>
    ValueTask<IReadOnlyList<CaseHistory>> HistoryAsync(long @case, int after, int limit, CancellationToken cancellationToken);

    /// <summary>Cases with a timer that is due, earliest first.</summary>
    ValueTask<IReadOnlyList<CaseRecord>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>When the next timer of any case is due; null when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Cases that a message touched or that sent it, by id after <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<CaseRecord>> OfMessageAsync(long message, long after, int limit, CancellationToken cancellationToken);

    ValueTask<CaseDefinition?> DefinitionAsync(long id, CancellationToken cancellationToken);

    /// <summary>Events that the engine raised and that have not been brought to their cases, in order.</summary>
    ValueTask<IReadOnlyList<RaisedEvent>> RaisedAsync(int limit, CancellationToken cancellationToken);
}

/// <summary>A case that is looked for, and an event whose identity may be in its history.</summary>
public readonly record struct CaseQuestion(string Key, string Identity);

/// <summary>What there is of it.</summary>
/// <param name="Case">Null when there is no such case.</param>
/// <param name="Known">The history has the event.</param>
public readonly record struct CaseAnswer(CaseRecord? Case, bool Known);

/// <summary>What cases to list. All given conditions hold together.</summary>
public sealed record CaseQuery
{
    public string? Establishment { get; init; }

    public World? World { get; init; }

    public string? Process { get; init; }

    public string? Key { get; init; }

    /// <summary>How keys begin; quick together with establishment, world and process.</summary>
    public string? KeyStart { get; init; }

    /// <summary>How keys end.</summary>
    public string? KeyEnd { get; init; }

    public string? State { get; init; }

    /// <summary>Only those that people were told of.</summary>
    public bool Alerting { get; init; }

    /// <summary>Only those that have not ended.</summary>
    public bool Open { get; init; }

    /// <summary>Only cases with an id below this one: the next page.</summary>
    public long? Before { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>Cases of a process in a state.</summary>
public sealed record CaseCount(string Process, string State, long Count);

/// <summary>An event of the engine with its place in their order.</summary>
public sealed record RaisedEvent(long Position, CaseEvent Event);
