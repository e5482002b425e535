using Simphonie.Core.Journal;

namespace Simphonie.Engine.Processes;

/// <summary>What a batch of events came to.</summary>
/// <param name="Writes">To be committed, after the caller's own appends; a conflict means that a case has changed meanwhile, and the batch is applied again.</param>
/// <param name="Fates">What became of each event, in order.</param>
public sealed record CaseBatch(IReadOnlyList<JournalWrite> Writes, IReadOnlyList<EventFate> Fates);

/// <summary>What became of an event.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Case">The case after it, as it will be kept; null where there is none.</param>
public readonly record struct EventFate(FateKind Kind, CaseRecord? Case);

/// <summary>Ways an event can end.</summary>
public enum FateKind
{
    Taken,
    Ignored,
    Unexpected,
    Refused,

    /// <summary>The case has it already: counted, nothing else.</summary>
    Absorbed,

    /// <summary>There is no such case, process or key: kept beside, with a task for a human.</summary>
    NoCase,
}
