namespace Simphonie.Core.Returns;

/// <summary>A transfer, a deduction or a single payment of a return, as the journal keeps it. Amounts are signed cents.</summary>
public sealed record ReturnMoney
{
    /// <summary>0 before it is inserted.</summary>
    public long Id { get; init; }

    public required long Return { get; init; }

    public required long Ordinal { get; init; }

    /// <summary><see cref="TransferKind"/>, or the number of the entity that says it (<c>250</c>, <c>261</c>, <c>262</c>).</summary>
    public required string Kind { get; init; }

    /// <summary>Reference or label as received; text of a peer.</summary>
    public required string Reference { get; init; }

    /// <summary>Amount as the return gives it; null for a transfer of which it gives none.</summary>
    public required long? Amount { get; init; }

    /// <summary>Sum of what stands under a transfer; null for other money.</summary>
    public long? Sum { get; init; }

    public DateOnly? AccountedOn { get; init; }

    public const string TransferKind = "transfer";

    /// <summary>True when a transfer is not the sum of what stands under it.</summary>
    public bool Differs => Amount is { } amount && Sum is { } sum && amount != sum;

    /// <summary>Its kind only.</summary>
    public override string ToString() => $"money {Kind}";
}
