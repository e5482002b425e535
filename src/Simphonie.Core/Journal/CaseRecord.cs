using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>A business case as the journal keeps it: an invoice, a dossier, a deferred debit, under a process.</summary>
public sealed record CaseRecord
{
    /// <summary>0 before it is inserted.</summary>
    public long Id { get; init; }

    public required string Establishment { get; init; }

    public required World World { get; init; }

    /// <summary>Name of the process.</summary>
    public required string Process { get; init; }

    /// <summary>What tells it from the other cases of (establishment, world, process).</summary>
    public required string Key { get; init; }

    /// <summary>The definition that it began under and ends under: <see cref="CaseDefinition.Id"/>.</summary>
    public required long Definition { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>What it holds, as a JSON object: whole numbers as numbers, all else as text, nothing for what is empty.</summary>
    public required string Holds { get; init; }

    /// <summary>Timers of the state that have come already, <c>INDEX@TICKS</c> with commas between; null for none.</summary>
    public string? Fired { get; init; }

    /// <summary>When its next timer is due; null for none.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why people were told of it, until its state changes; null when there is no reason.</summary>
    public string? Alert { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Set while it is in a state that is an end.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Grows by one with every change; guards against two writers.</summary>
    public required int Revision { get; init; }

    /// <summary>How many different events its history has.</summary>
    public required int Events { get; init; }
}

/// <summary>A definition that cases run under.</summary>
/// <param name="Id">Derived from all else, so that it need not be asked for.</param>
/// <param name="Process">Name of the process.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">Hash of its content.</param>
/// <param name="Revision">Revision of the definitions that had it first.</param>
public sealed record CaseDefinition(long Id, string Process, int Version, string Hash, string Revision);
