using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

/// <summary>Makes the journals that the suite runs on. One factory is one place: what is reopened is what was closed.</summary>
public interface IJournalFactory : IAsyncDisposable
{
    /// <summary>Opens the journal of the place, made at the first call.</summary>
    ValueTask<IJournal> OpenAsync(TimeProvider timeProvider);

    /// <summary>Opens what <see cref="IJournal.BackupAsync"/> wrote, restored to a place of its own.</summary>
    ValueTask<IJournal> RestoreAsync(string backup, TimeProvider timeProvider);

    /// <summary>A new empty directory for backups.</summary>
    string NewDirectory();

    /// <summary>All bytes that the journal keeps anywhere, file by file: what a thief of the disk would read. The journal is closed.</summary>
    IEnumerable<ReadOnlyMemory<byte>> Stored();
}
