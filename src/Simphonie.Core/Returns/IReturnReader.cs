using Simphonie.Core.Messages;

namespace Simphonie.Core.Returns;

/// <summary>Reads the journal of returns page by page. Never waits for the writer.</summary>
public interface IReturnReader
{
    ValueTask<ReturnRecord?> ReturnAsync(long id, CancellationToken cancellationToken);

    /// <summary>Returns newest first.</summary>
    ValueTask<IReadOnlyList<ReturnRecord>> ReturnsAsync(ReturnQuery query, CancellationToken cancellationToken);

    /// <summary>The first return that is being applied, by id after <paramref name="after"/>; null for none.</summary>
    ValueTask<ReturnRecord?> NextAsync(long after, CancellationToken cancellationToken);

    /// <summary>Transfers, deductions and single payments of a return in its order, after an id.</summary>
    ValueTask<IReadOnlyList<ReturnMoney>> MoneyAsync(long @return, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Parked parts in the order in which they were parked.</summary>
    ValueTask<IReadOnlyList<ParkedPart>> ParkedAsync(ParkedQuery query, CancellationToken cancellationToken);

    ValueTask<ParkedPart?> ParkedAsync(long id, CancellationToken cancellationToken);

    /// <summary>Reasons of rejection of a return in its order, after an ordinal.</summary>
    ValueTask<IReadOnlyList<KeptRejection>> RejectionsAsync(long @return, long after, int limit, CancellationToken cancellationToken);
}

/// <summary>What returns to list. All given conditions hold together.</summary>
public sealed record ReturnQuery
{
    public ReturnStatus? Status { get; init; }

    public string? Identity { get; init; }

    public World? World { get; init; }

    public long? Message { get; init; }

    /// <summary>Only those with parts that wait for a decision.</summary>
    public bool Parked { get; init; }

    /// <summary>Only returns with an id below this one: the next page.</summary>
    public long? Before { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>What parked parts to list. All given conditions hold together.</summary>
public sealed record ParkedQuery
{
    public long? Return { get; init; }

    public bool WaitingOnly { get; init; }

    /// <summary>Only those that may come right by themselves.</summary>
    public bool RetriesOnly { get; init; }

    public long After { get; init; }

    public int Limit { get; init; } = 50;
}
