using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>What outlives messages: ledger entries, counts, events and revisions.</summary>
internal sealed class LedgerWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _put = new(connection, LedgerSql.Put);
    private readonly Statement _forget = new(connection, LedgerSql.ForgetCounts);
    private readonly Statement _insertCount = new(connection, LedgerSql.InsertCount);
    private readonly Statement _count = new(connection, LedgerSql.Count);
    private readonly Statement _raise = new(connection, LedgerSql.RaiseEvent);
    private readonly Statement _putRevision = new(connection, LedgerSql.PutRevision);
    private readonly Statement _activate = new(connection, LedgerSql.ActivateRevision);

    public void Put(LedgerEntry entry) =>
        _put
            .Bind(entry.Establishment).Bind((long)entry.World).Bind(entry.Kind).Bind(entry.Key).Bind(entry.Value).Bind(entry.Message).Bind(entry.At)
            .Run();

    /// <summary>How many counts since the given instant, this one included.</summary>
    public long Count(JournalWrite.CountLedger write)
    {
        Scope(_forget, write.Entry).Bind(write.Since).Run();
        Scope(_insertCount, write.Entry).Bind(write.Entry.At).Bind(write.Identity).Run();
        Scope(_count, write.Entry).Step();
        var count = _count.Long(0);
        _count.Reset();
        return count;
    }

    public void Raise(CaseEvent raised) =>
        _raise
            .Bind(raised.Establishment).Bind((long)raised.World).Bind(raised.Identity).Bind(raised.Kind).Bind(raised.Key)
            .Bind(raised.Message).Bind(raised.Handling).Bind(raised.At)
            .Run();

    public void PutRevision(JournalWrite.PutRevision write) =>
        _putRevision.Bind(write.Revision).Bind(write.Content.Span).Bind(write.At).Run();

    public void Activate(JournalWrite.ActivateRevision write) => _activate.Bind(write.Revision).Bind(write.At).Bind(write.By).Run();

    public void Dispose()
    {
        _put.Dispose();
        _forget.Dispose();
        _insertCount.Dispose();
        _count.Dispose();
        _raise.Dispose();
        _putRevision.Dispose();
        _activate.Dispose();
    }

    private static Statement Scope(Statement statement, LedgerEntry entry) =>
        statement.Bind(entry.Establishment).Bind((long)entry.World).Bind(entry.Kind).Bind(entry.Key);
}
