namespace Simphonie.Core.Lots;

/// <summary>The internal channel that files of closed lots come from: routes take them from there as any other message.</summary>
public static class LotChannel
{
    public const string Name = "lots";
}
