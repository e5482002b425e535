using System.Data.Common;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Journal.Writing;
using SQLitePCL;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>The writer's connection with its prepared statements.</summary>
internal sealed class SqliteGroupTransaction : IGroupTransaction
{
    private readonly SqliteConnection _connection;
    private readonly UnsequencedWindow _unsequenced;
    private readonly WalCheckpointer _checkpointer;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _save;
    private readonly Statement _undo;
    private readonly Statement _release;
    private readonly PayloadWriter _payloads;
    private readonly MessageWriter _messages;
    private readonly HandlingWriter _handlings;
    private readonly DeliveryWriter _deliveries;
    private readonly WorkWriter _work;
    private readonly LedgerWriter _ledger;
    private readonly CaseWriter _cases;
    private readonly LotWriter _lots;
    private readonly LotCloseWriter _closings;
    private readonly ReturnWriter _returns;
    private readonly LotEnterWriter _entering;

    public SqliteGroupTransaction(SqliteConnection connection, string path, UnsequencedWindow unsequenced)
    {
        _unsequenced = unsequenced;
        _connection = connection;
        _checkpointer = new(connection, path);
        _begin = new(connection, "begin immediate");
        _commit = new(connection, "commit");
        _rollback = new(connection, "rollback");
        _save = new(connection, "savepoint unit");
        _undo = new(connection, "rollback to unit");
        _release = new(connection, "release unit");
        _payloads = new(connection);
        _messages = new(connection, _payloads);
        _handlings = new(connection, _payloads);
        _deliveries = new(connection, _payloads);
        _work = new(connection);
        _ledger = new(connection);
        _cases = new(connection);
        _lots = new(connection);
        _closings = new(connection);
        _returns = new(connection);
        _entering = new(connection, _lots);
    }

    public void Begin() => _begin.Run();

    public void Save() => _save.Run();

    public void Release(bool keep)
    {
        if (!keep)
        {
            _undo.Run();
        }

        _release.Run();
    }

    public void Commit()
    {
        _commit.Run();
        _unsequenced.Publish();
    }

    public void Rollback()
    {
        _unsequenced.Discard();

        // A full disk or a failed write has often rolled back already; then there is nothing left to undo.
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.Run();
        }
    }

    public void AfterGroup() => _checkpointer.AfterGroup();

    public FailureKind Classify(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_NOMEM } => FailureKind.Group,
        SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE } => FailureKind.Unit,
        SqliteException => FailureKind.Journal,
        _ => FailureKind.Unit,
    };

    public AppendResult Append(PreparedMessage message)
    {
        var result = _messages.Append(message);
        _unsequenced.Note(result.Id, result.Kind == AppendKind.Appended && message.Message.State == MessageState.Received ? message : null);
        return result;
    }

    public CommitResult Commit(PreparedCommit commit)
    {
        var result = new SqliteCommit(commit, _messages, _handlings, _deliveries, _work, _ledger, _cases, new(_lots, _closings, _entering), _returns).Apply();
        if (result.Kind == CommitKind.Committed)
        {
            Note(commit, result);
        }

        return result;
    }

    private void Note(PreparedCommit commit, CommitResult result)
    {
        if (result.Messages.Count > 0)
        {
            _unsequenced.NoteBreak();
        }

        foreach (var write in commit.Writes)
        {
            if (write is JournalWrite.AdvanceSequencer advance)
            {
                _unsequenced.NotePosition(advance.Position);
            }
        }
    }

    public T Run<T>(Func<DbConnection, T> work) => work(_connection);

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _save.Dispose();
        _undo.Dispose();
        _release.Dispose();
        _payloads.Dispose();
        _messages.Dispose();
        _handlings.Dispose();
        _deliveries.Dispose();
        _work.Dispose();
        _ledger.Dispose();
        _cases.Dispose();
        _lots.Dispose();
        _closings.Dispose();
        _returns.Dispose();
        _entering.Dispose();
        _checkpointer.Dispose();
        _connection.Dispose();
    }
}
