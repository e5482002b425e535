using Simphonie.Core.Diagnostics;
using Simphonie.Journal.Keys;

namespace Simphonie.Journal;

/// <summary>Where and how a journal is kept.</summary>
public sealed record JournalOptions
{
    /// <summary>The data directory; made (0700) when it is not there.</summary>
    public required string Directory { get; init; }

    /// <summary>Key of pseudonyms; null: the file <c>hub.key</c> of the directory, made at the first start.</summary>
    public HubKey? Key { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Source of the journal's id and of names in the content store.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;

    /// <summary>Finds a code by its id when findings are read; null: findings read back carry their own text as the title of their code.</summary>
    public Func<string, DiagnosticCode?>? Codes { get; init; }

    /// <summary>Units of writing that may wait; more of them wait outside.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>Most units in one commit.</summary>
    public int GroupUnits { get; init; } = 256;

    /// <summary>A group takes no further unit beyond this many bytes of payloads.</summary>
    public long GroupBytes { get; init; } = 4 * 1024 * 1024;
}
