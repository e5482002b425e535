namespace Simphonie.Core.Lots;

/// <summary>What a lot is given when it closes. All of it is checked again within the commit.</summary>
public sealed record LotClosing
{
    public required long Lot { get; init; }

    /// <summary>The version that the file was written from.</summary>
    public required int Version { get; init; }

    public required LotSeries Series { get; init; }

    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    public required string FileId { get; init; }

    /// <summary>How many lots of the series have been closed, this one included.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Position, among the appends of the commit, of the message that holds the file.</summary>
    public required int OfAppend { get; init; }
}
