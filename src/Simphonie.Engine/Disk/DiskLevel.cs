namespace Simphonie.Engine.Disk;

/// <summary>How full the disk of the journal is, from good to bad.</summary>
public enum DiskLevel
{
    Ample,

    /// <summary>Intake refuses; what was accepted goes on.</summary>
    Low,

    /// <summary>No new delivery leaves either; answers, outcomes and events of those under way are still written.</summary>
    Lower,
}
