using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>How a stage ended.</summary>
internal enum StageEnd
{
    /// <summary>It waits: for an answer, or for the other members of its group.</summary>
    Waits,

    /// <summary>No step is left.</summary>
    Finished,

    /// <summary>A step ended the handling, which is a normal end.</summary>
    Dropped,

    /// <summary>A step failed; what the stage made is thrown away.</summary>
    Failed,

    /// <summary>A limit must be counted, durably, before the stage can be run.</summary>
    MustCount,
}

/// <summary>What running a stage gave: values only, nothing has been written or sent.</summary>
internal sealed record StageResult
{
    public required StageEnd End { get; init; }

    /// <summary>The stage that runs next; the plan's count when none is left.</summary>
    public required int NextStage { get; init; }

    /// <summary>Why it was dropped or failed.</summary>
    public Diagnostic? Cause { get; init; }

    /// <summary>The step of <see cref="Cause"/>.</summary>
    public string? CauseStep { get; init; }

    public required IReadOnlyList<StepOutcome> Steps { get; init; }

    public required IReadOnlyList<MadeDocument> Documents { get; init; }

    public required IReadOnlyList<FrozenSend> Deliveries { get; init; }

    public required IReadOnlyList<WorkItemRecord> WorkItems { get; init; }

    public required IReadOnlyList<LedgerEntry> Remembered { get; init; }

    public required IReadOnlyList<MadePart> Parts { get; init; }

    /// <summary>Events to business cases.</summary>
    public IReadOnlyList<ProcessEvent> Raised { get; init; } = [];

    /// <summary>Invoices that come into lots.</summary>
    public IReadOnlyList<LotAddition> Lots { get; init; } = [];

    /// <summary>Returns of payers that are kept, and applied when they add up.</summary>
    public IReadOnlyList<ReturnRecord> Returns { get; init; } = [];

    /// <summary>Files of lots that came made.</summary>
    public IReadOnlyList<CarriedFile> Carried { get; init; } = [];

    public GroupJoin? Group { get; init; }

    public CountRequest? Count { get; init; }
}

/// <summary>A document that the stage made, with the bytes to keep of it.</summary>
internal sealed record MadeDocument(string Name, string Format, string? Schema, Document? Document, ReadOnlyMemory<byte> Bytes);

/// <summary>A delivery to commit.</summary>
internal sealed record FrozenSend(string Endpoint, string Kind, FrozenDelivery Frozen);

/// <summary>A part message to append.</summary>
internal sealed record MadePart(string Channel, string Format, string? Schema, ReadOnlyMemory<byte> Bytes);

/// <summary>The group that the handling joins.</summary>
internal sealed record GroupJoin(string Key, int? Count, TimeSpan Within);

/// <summary>A count to take before the stage is run again: one for each <paramref name="Identity"/>, however often the stage is run.</summary>
internal sealed record CountRequest(string Step, string Kind, string Key, TimeSpan Per, string Identity);
