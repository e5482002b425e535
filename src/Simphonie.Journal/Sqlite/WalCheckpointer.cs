using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Simphonie.Journal.Sqlite;

/// <summary>
/// Brings the WAL back into the database beside the writer and not within its commits: most pages are copied on another connection while groups
/// go on; what came meanwhile is little, and the writer copies it itself, since the WAL begins anew only when nothing is left to copy.
/// </summary>
internal sealed class WalCheckpointer : IDisposable
{
    /// <summary>
    /// 64 MiB: the writer's own part of a checkpoint stalls all who wait for a commit, and at this size that meets fewer than one message in a hundred
    /// at full load; small enough still that a crash is recovered from in a moment.
    /// </summary>
    private const int Pages = 16_384;

    private readonly SqliteConnection _writer;
    private readonly SqliteConnection _beside;
    private Task? _running;
    private long _written;

    public WalCheckpointer(SqliteConnection writer, string path)
    {
        _writer = writer;
        SqliteConnections.Execute(writer, "pragma wal_autocheckpoint = 0");
        SqliteConnections.Execute(writer, "pragma journal_size_limit = 268435456"); // after a long reader, such as a backup, the file shrinks again
        _beside = SqliteConnections.Open(path, SqliteOpenMode.ReadWrite);
        SqliteConnections.Execute(_beside, "pragma synchronous = full");
    }

    /// <summary>Called by the writer between its groups.</summary>
    public void AfterGroup()
    {
        _ = raw.sqlite3_db_status(_writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        _written += written;
        if (_running is null)
        {
            if (_written >= Pages)
            {
                _running = Task.Run(() => Checkpoint(_beside));
            }

            return;
        }

        if (_running.IsCompleted)
        {
            _running = null;
            _written = 0;
            Checkpoint(_writer);
        }
    }

    public void Dispose()
    {
        _running?.Wait();
        _beside.Dispose();
    }

    /// <summary>A checkpoint that fails loses nothing: what it would have copied stays in the WAL, and a broken disk shows at the next commit.</summary>
    private static void Checkpoint(SqliteConnection connection) =>
        _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle, null, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
}
