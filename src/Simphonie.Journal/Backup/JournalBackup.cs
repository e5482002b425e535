using Dapper;
using Microsoft.Data.Sqlite;
using Simphonie.Journal.Disk;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Journal.Backup;

/// <summary>Backups of a data directory: the journal at one instant, the content that it refers to, the hub's key, and a manifest.</summary>
public static class JournalBackup
{
    /// <summary>
    /// Makes a data directory of a backup. <paramref name="directory"/> is new or empty. Everything is checked against the manifest and the journal's
    /// own hashes. Throws <see cref="JournalRefusedException"/>; then the directory holds nothing that a hub would start on.
    /// </summary>
    public static async Task<BackupManifest> RestoreAsync(string backup, string directory, CancellationToken cancellationToken)
    {
        var manifest = BackupManifest.Read(backup)
            ?? throw JournalRefusedException.Of(JournalCodes.BadBackup, backup, "the backup has no readable manifest.");
        if (manifest.Format > BackupManifest.CurrentFormat || manifest.JournalVersion > SqliteMigrations.Newest)
        {
            throw JournalRefusedException.Of(JournalCodes.NewerVersion, backup, "the backup was taken by a newer version of the hub.");
        }

        MakeEmpty(directory);
        var database = DataDirectory.Journal(directory);
        var incomplete = database + ".restoring";
        var hash = await FileCopy.CopyAsync(DataDirectory.Journal(backup), incomplete, cancellationToken);
        if (!string.Equals(Convert.ToHexStringLower(hash), manifest.Database, StringComparison.Ordinal))
        {
            throw JournalRefusedException.Of(JournalCodes.BadBackup, backup, "the database of the backup is not the one of its manifest.");
        }

        await RestoreContentAsync(backup, directory, incomplete, manifest, cancellationToken);
        await CopyKeyAsync(backup, directory, cancellationToken);
        File.Move(incomplete, database);
        DirectorySync.Flush(directory);
        return manifest;
    }

    internal static async Task TakeAsync(SqliteConnections connections, string data, string directory, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        MakeEmpty(directory);
        var database = DataDirectory.Journal(directory);
        DataDirectory.Touch(database);
        var position = CopyDatabase(connections, database);
        cancellationToken.ThrowIfCancellationRequested();

        var files = 0L;
        foreach (var file in Referenced(database))
        {
            var target = Path.Combine(directory, DataDirectory.ContentName, file.Name);
            DataDirectory.Create(Path.GetDirectoryName(target)!);
            await FileCopy.LinkAsync(Path.Combine(data, DataDirectory.ContentName, file.Name), target, cancellationToken);
            files++;
        }

        await CopyKeyAsync(data, directory, cancellationToken);
        var hash = await FileCopy.HashAsync(database, cancellationToken);
        new BackupManifest(BackupManifest.CurrentFormat, SqliteMigrations.Newest, id, position, now, Convert.ToHexStringLower(hash), files).Write(directory);
    }

    /// <summary>A hub whose key comes from elsewhere has none in its directory.</summary>
    private static async Task CopyKeyAsync(string from, string to, CancellationToken cancellationToken)
    {
        var key = Path.Combine(from, DataDirectory.KeyName);
        if (File.Exists(key))
        {
            await FileCopy.CopyAsync(key, Path.Combine(to, DataDirectory.KeyName), cancellationToken);
        }
    }

    private static void MakeEmpty(string directory)
    {
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw JournalRefusedException.Of(JournalCodes.NotEmpty, directory, "the directory is not empty.");
        }

        DataDirectory.Create(directory);
        DataDirectory.Create(Path.Combine(directory, DataDirectory.ContentName));
    }

    /// <summary>One snapshot of the WAL is copied while the writer goes on. Returns the last message in it.</summary>
    private static long CopyDatabase(SqliteConnections connections, string target)
    {
        var source = connections.Rent();
        try
        {
            using var copy = SqliteConnections.Open(target, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(copy);
            copy.Execute("pragma journal_mode = delete"); // one file, nothing beside it
            return copy.ExecuteScalar<long>("select coalesce(max(id), 0) from messages");
        }
        finally
        {
            connections.Return(source);
        }
    }

    private static async Task RestoreContentAsync(string backup, string directory, string database, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var files = 0L;
        foreach (var file in Referenced(database))
        {
            var source = Path.Combine(backup, DataDirectory.ContentName, file.Name);
            var target = Path.Combine(directory, DataDirectory.ContentName, file.Name);
            DataDirectory.Create(Path.GetDirectoryName(target)!);
            if (!File.Exists(source) || !(await FileCopy.CopyAsync(source, target, cancellationToken)).AsSpan().SequenceEqual(file.Hash))
            {
                throw JournalRefusedException.Of(JournalCodes.BadBackup, backup, "a file of the backup's content is missing or was changed.");
            }

            files++;
        }

        if (files != manifest.Files)
        {
            throw JournalRefusedException.Of(JournalCodes.BadBackup, backup, "the backup's content is not the one of its manifest.");
        }
    }

    private static IEnumerable<ReferencedFile> Referenced(string database)
    {
        using var connection = SqliteConnections.Open(database, SqliteOpenMode.ReadOnly);
        foreach (var file in connection.Query<ReferencedFile>("select content as Name, hash as Hash from payloads where content is not null", buffered: false))
        {
            yield return file;
        }
    }

    private sealed class ReferencedFile
    {
        public string Name { get; set; } = "";

        public byte[] Hash { get; set; } = [];
    }
}
