namespace Simphonie.Core.Lots;

/// <summary>An invoice that is to be put into the open lot of its group.</summary>
public sealed record LotAddition
{
    public required LotGroup Group { get; init; }

    public required LotInvoice Invoice { get; init; }

    public required ReadOnlyMemory<byte> Records { get; init; }

    /// <summary>What a lot may hold; an empty lot takes the invoice in any case.</summary>
    public required LotTotals Most { get; init; }

    public required long Message { get; init; }

    public required long Handling { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When a lot that is opened for it is full of time.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    public override string ToString() => "addition to a lot";
}
