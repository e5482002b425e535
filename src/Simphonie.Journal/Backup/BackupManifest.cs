using System.Text.Json;
using System.Text.Json.Serialization;
using Simphonie.Journal.Disk;

namespace Simphonie.Journal.Backup;

/// <summary>What a backup holds; written last, so that a directory without it is no backup.</summary>
/// <param name="Format">Layout of the backup.</param>
/// <param name="JournalVersion">Version of the journal's tables.</param>
/// <param name="JournalId">Identity of the journal.</param>
/// <param name="Position">High-water mark: the last message.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Database">SHA-256 of the database file, hexadecimal.</param>
/// <param name="Files">Files of the content store.</param>
public sealed record BackupManifest(int Format, int JournalVersion, Guid JournalId, long Position, DateTimeOffset TakenAt, string Database, long Files)
{
    internal const int CurrentFormat = 1;
    internal const string Name = "manifest.json";

    internal static BackupManifest? Read(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), BackupManifestContext.Default.BackupManifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal void Write(string directory)
    {
        using (var stream = new FileStream(Path.Combine(directory, Name), DataDirectory.PrivateOptions(FileMode.CreateNew, FileAccess.Write)))
        {
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(this, BackupManifestContext.Default.BackupManifest));
            stream.Flush(flushToDisk: true);
        }

        DirectorySync.Flush(directory);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupManifestContext : JsonSerializerContext;
