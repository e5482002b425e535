namespace Simphonie.Channels.Directories;

/// <summary>Settings of a folder that files are picked up from; all paths are absolute.</summary>
internal sealed record DirectoryInboundSettings
{
    public required string Name { get; init; }

    public required string Folder { get; init; }

    /// <summary>
    /// Files taken over, until they are received; inside <see cref="Folder"/>, so that taking over is one rename on one file system. The channel's own: others may
    /// watch the same folder for files of other names.
    /// </summary>
    public string Work => Path.Combine(Folder, $".work-{Name}");

    public required string Archive { get; init; }

    public required string Error { get; init; }

    /// <summary>True: files that were received are deleted and not archived; the journal has them.</summary>
    public bool Delete { get; init; }

    public required string Pattern { get; init; }

    public required TimeSpan Poll { get; init; }

    /// <summary>How long size and time of a file must not have changed.</summary>
    public required TimeSpan Stable { get; init; }
}
