using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>
/// A prepared statement on the writer's connection, bound in the order in which its parameters first appear, without an object per execution:
/// a command of the provider costs a reader and a boxed value per parameter, which the append path feels. Writer thread only.
/// </summary>
internal sealed class Statement : IDisposable
{
    private static readonly object s_null = new();

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly object?[] _bound;
    private byte[] _text = new byte[256];
    private int _next;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("the connection is not open.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _bound = new object?[raw.sqlite3_bind_parameter_count(_statement) + 1];
    }

    public Statement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, NextFor(null), value));
        return this;
    }

    public Statement Bind(long? value) => value is { } number ? Bind(number) : BindNull();

    public Statement Bind(DateTimeOffset value) => Bind(value.UtcTicks);

    public Statement Bind(DateTimeOffset? value) => Bind(value?.UtcTicks);

    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        if (IsBound(value))
        {
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _text.Length)
        {
            _text = new byte[most];
        }

        Check(raw.sqlite3_bind_text(_statement, NextFor(value), _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text))));
        return this;
    }

    public Statement Bind(ReadOnlySpan<byte> value)
    {
        var parameter = NextFor(null);
        Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(_statement, parameter, 0)
            : raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    public Statement BindNull()
    {
        if (!IsBound(s_null))
        {
            Check(raw.sqlite3_bind_null(_statement, NextFor(s_null)));
        }

        return this;
    }

    /// <summary>Runs to the end; returns how many rows were changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        Reset();
        return raw.sqlite3_changes(_database);
    }

    /// <summary>Runs an insert; returns the new row's id.</summary>
    public long Insert()
    {
        Run();
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>The next row; false at the end. <see cref="Reset"/> must follow.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result == raw.SQLITE_ROW;
        }

        var failure = Failure();
        Reset();
        throw failure;
    }

    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement); // repeats the error of the last step, which was thrown already
        _next = 0;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    /// <summary>
    /// Whether the next parameter still has this very text, or null, from the last execution: it does in half the columns of a message, whose
    /// establishment, channel or schema is the same object each time. Goes on to the one after it when it has.
    /// </summary>
    private bool IsBound(object value)
    {
        if (!ReferenceEquals(_bound[_next + 1], value))
        {
            return false;
        }

        _next++;
        return true;
    }

    private int NextFor(object? value)
    {
        _bound[++_next] = value;
        return _next;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failure();
        }
    }

    private SqliteException Failure() =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), raw.sqlite3_errcode(_database), raw.sqlite3_extended_errcode(_database));
}
