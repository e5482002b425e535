using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Simphonie.Journal.Sql.Reading;

namespace Simphonie.Journal.Sqlite;

/// <summary>Opens connections; keeps a few idle read-only ones. A reader is held for one query: one held longer would keep the WAL from being reused.</summary>
internal sealed class SqliteConnections(string path) : IReadConnections
{
    private const int MostIdle = 16;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private int _idleCount;
    private volatile bool _disposed;

    /// <summary>Settings of the writer's connection, given after the file is known to be a journal or empty.</summary>
    public static void Configure(SqliteConnection connection)
    {
        // auto_vacuum only takes on an empty file, before anything else is written.
        Execute(connection, "pragma auto_vacuum = incremental");
        Execute(connection, "pragma journal_mode = wal");
        Execute(connection, "pragma synchronous = full");
        Execute(connection, "pragma temp_store = memory");
        // Each commit walks the table of the cache: 16 MiB costs a tenth less of processor per message than 64, whose misses the system's cache serves.
        Execute(connection, "pragma cache_size = -16384");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    DbConnection IReadConnections.Rent() => Rent();

    public SqliteConnection Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var known))
        {
            Interlocked.Decrement(ref _idleCount);
            return known;
        }

        var connection = Open(path, SqliteOpenMode.ReadOnly);
        Execute(connection, "pragma cache_size = -4096");
        return connection;
    }

    public void Return(DbConnection connection)
    {
        if (_disposed || Interlocked.Increment(ref _idleCount) > MostIdle)
        {
            if (!_disposed)
            {
                Interlocked.Decrement(ref _idleCount);
            }

            connection.Dispose();
            return;
        }

        _idle.Add((SqliteConnection)connection);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "pragma busy_timeout = 5000");
        return connection;
    }
}
