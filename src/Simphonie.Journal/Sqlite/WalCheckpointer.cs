using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Simphonie.Journal.Sqlite;

/// <summary>
/// Brings the WAL back into the database beside the writer and not within its commits: pages are copied on another connection while groups go on,
/// in rounds that each have less left to copy than the one before; only the last little is copied by the writer itself, since the WAL begins anew
/// only when nothing is left.
/// </summary>
internal sealed class WalCheckpointer : IDisposable
{
    /// <summary>
    /// 256 MiB: pages that are written again and again are copied once, and the stop of the writer meets far fewer than one message in a hundred;
    /// small enough still that a crash is recovered from in a moment.
    /// </summary>
    private const int Pages = 65_536;

    /// <summary>8 MiB: what the writer copies without anybody noticing.</summary>
    private const int Little = 2_048;

    /// <summary>A round that is as slow as what comes in never ends with little.</summary>
    private const int MostRounds = 4;

    private readonly SqliteConnection _writer;
    private readonly SqliteConnection _beside;
    private Task? _running;
    private long _written;
    private int _rounds;

    public WalCheckpointer(SqliteConnection writer, string path)
    {
        _writer = writer;
        SqliteConnections.Execute(writer, "pragma wal_autocheckpoint = 0");
        SqliteConnections.Execute(writer, "pragma journal_size_limit = 536870912"); // after a long reader, such as a backup, the file shrinks again
        _beside = SqliteConnections.Open(path, SqliteOpenMode.ReadWrite);
        SqliteConnections.Execute(_beside, "pragma synchronous = full");
    }

    /// <summary>Called by the writer between its groups.</summary>
    public void AfterGroup()
    {
        _ = raw.sqlite3_db_status(_writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        _written += written;
        if (_running is { IsCompleted: false })
        {
            return;
        }

        if (_running is null)
        {
            if (_written >= Pages)
            {
                StartRound();
            }
        }
        else if (_written > Little && _rounds < MostRounds)
        {
            StartRound();
        }
        else
        {
            _running = null;
            _rounds = 0;
            _written = 0;
            Checkpoint(_writer);
        }
    }

    public void Dispose()
    {
        _running?.Wait();
        _beside.Dispose();
    }

    private void StartRound()
    {
        _rounds++;
        _written = 0;
        _running = Task.Run(() => Checkpoint(_beside));
    }

    /// <summary>A checkpoint that fails loses nothing: what it would have copied stays in the WAL, and a broken disk shows at the next commit.</summary>
    private static void Checkpoint(SqliteConnection connection) =>
        _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle, null, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
}
