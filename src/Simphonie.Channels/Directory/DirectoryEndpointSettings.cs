namespace Simphonie.Channels.Directories;

/// <summary>Settings of a folder that files are delivered into.</summary>
internal sealed record DirectoryEndpointSettings
{
    public required string Name { get; init; }

    /// <summary>Absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Name of a file with its placeholders.</summary>
    public required FileNamePattern FileName { get; init; }

    public required int InFlight { get; init; }

    public required string Format { get; init; }
}
