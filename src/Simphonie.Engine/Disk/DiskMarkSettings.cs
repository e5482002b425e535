namespace Simphonie.Engine.Disk;

/// <summary>Free bytes below which a level begins.</summary>
/// <param name="Low">Below this intake refuses.</param>
/// <param name="Lower">Below this no new delivery leaves.</param>
public sealed record DiskMarkSettings(long Low, long Lower)
{
    public static DiskMarkSettings Default { get; } = new(1024L * 1024 * 1024, 512L * 1024 * 1024);

    /// <summary>The level for that many free bytes.</summary>
    public DiskLevel LevelOf(long freeBytes) => freeBytes < Lower ? DiskLevel.Lower : freeBytes < Low ? DiskLevel.Low : DiskLevel.Ample;
}
