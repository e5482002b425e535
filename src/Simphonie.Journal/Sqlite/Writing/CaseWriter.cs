using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Business cases and their history.</summary>
internal sealed class CaseWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _putDefinition = new(connection, CaseSql.PutDefinition);
    private readonly Statement _insert = new(connection, CaseSql.Insert);
    private readonly Statement _update = new(connection, CaseSql.Update);
    private readonly Statement _addEvent = new(connection, CaseSql.AddEvent);
    private readonly Statement _seeEvent = new(connection, CaseSql.SeeEvent);
    private readonly Statement _addMessage = new(connection, CaseSql.AddMessage);
    private readonly Statement _advanceRaised = new(connection, CaseSql.AdvanceRaised);

    public void PutDefinition(CaseDefinition definition) =>
        _putDefinition.Bind(definition.Id).Bind(definition.Process).Bind((long)definition.Version).Bind(definition.Hash).Bind(definition.Revision).Run();

    /// <summary>The case's id; 0 when there is one already, or it is no longer as expected.</summary>
    public long Put(JournalWrite.PutCase write)
    {
        var record = write.Case;
        if (write.ExpectedRevision == 0)
        {
            _insert.Bind(record.Establishment).Bind((long)record.World).Bind(record.Process).Bind(record.Key).Bind(record.Definition).Bind(record.OpenedAt);
            return Changing(_insert, record).Run() == 1 ? SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle) : 0;
        }

        return Changing(_update, record).Bind(record.Id).Bind((long)write.ExpectedRevision).Run() == 1 ? record.Id : 0;
    }

    /// <summary>False when the history has the identity already.</summary>
    public bool Add(CaseHistory record, long id, long? message) =>
        _addEvent
            .Bind(id).Bind(record.Identity).Bind((long)record.Ordinal).Bind(record.Event).Bind(record.At).Bind((long)record.Outcome).Bind(record.From).Bind(record.To)
            .Bind(record.Values).Bind(message).Bind(record.CauseCode)
            .Run() == 1;

    public void See(JournalWrite.SeeCaseEvent write) => _seeEvent.Bind(write.Case).Bind(write.Identity).Run();

    public void AddMessage(long message, long id) => _addMessage.Bind(message).Bind(id).Run();

    public void Advance(JournalWrite.AdvanceRaised write) => _advanceRaised.Bind(write.Position).Run();

    public void Dispose()
    {
        _putDefinition.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _addEvent.Dispose();
        _seeEvent.Dispose();
        _addMessage.Dispose();
        _advanceRaised.Dispose();
    }

    private static Statement Changing(Statement statement, CaseRecord record) =>
        statement
            .Bind(record.State).Bind(record.EnteredAt).Bind(record.Holds).Bind(record.Fired).Bind(record.NextAt).Bind(record.Alert).Bind(record.UpdatedAt).Bind(record.EndedAt)
            .Bind((long)record.Revision).Bind((long)record.Events);
}
