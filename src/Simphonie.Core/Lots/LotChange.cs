namespace Simphonie.Core.Lots;

/// <summary>What a commit did to a lot that somebody must know of: one that was opened, and when it closes, or one that is ready to be closed.</summary>
public readonly record struct LotChange(long Lot, LotState State, DateTimeOffset? ClosesAt);
