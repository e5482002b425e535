using Simphonie.Core.Messages;

namespace Simphonie.Core.Returns;

/// <summary>A part of an invoice that could not be brought to a case without guessing. It waits for somebody to decide, or for its case to appear.</summary>
public sealed record ParkedPart
{
    /// <summary>0 before it is inserted.</summary>
    public long Id { get; init; }

    public required long Return { get; init; }

    public required long Message { get; init; }

    public required string Establishment { get; init; }

    public required World World { get; init; }

    public required string Process { get; init; }

    /// <summary>Key of the case that the part names, whether there is one or not.</summary>
    public required string Case { get; init; }

    /// <summary>Identity of the event: return, lot, lot date, invoice, debtor, repetition.</summary>
    public required string Identity { get; init; }

    /// <summary>What the return says. The insured is a stand-in, labels of rejections are as received.</summary>
    public required ReturnItem.Part Part { get; init; }

    /// <summary>Code of what does not agree.</summary>
    public required string CauseCode { get; init; }

    /// <summary>True while it may come right by itself: there is no case yet, or it is not in a lot yet.</summary>
    public required bool Retries { get; init; }

    public required ParkedState State { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Why { get; init; }

    /// <summary>Its id only.</summary>
    public override string ToString() => $"parked part {Id}";
}

/// <summary>What became of a parked part.</summary>
public enum ParkedState
{
    Waiting,

    /// <summary>It was brought to a case.</summary>
    Applied,

    /// <summary>A human has dealt with it otherwise.</summary>
    GivenUp,
}
