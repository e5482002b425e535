using Simphonie.Core.Diagnostics;

namespace Simphonie.Journal.Locking;

/// <summary>How taking the lock of a data directory ended.</summary>
public abstract record LockOutcome
{
    private LockOutcome()
    {
    }

    /// <summary>This process is the writer until the lock is disposed.</summary>
    public sealed record Taken(DataDirectoryLock Lock) : LockOutcome;

    /// <summary>Another process is the writer. <paramref name="ProcessId"/> is null when it could not be told.</summary>
    public sealed record Held(int? ProcessId) : LockOutcome
    {
        public Diagnostic Diagnostic(string directory) => Core.Diagnostics.Diagnostic.Of(
            JournalCodes.DirectoryInUse,
            Place.InFile(directory, 0, 0),
            ProcessId is { } id ? $"the data directory is in use by process {id}." : "the data directory is in use by another process.");
    }
}
