using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Work items, commands, tickets and the groups of aggregates.</summary>
internal sealed class WorkWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _findItem = new(connection, WorkSql.FindItem);
    private readonly Statement _insertItem = new(connection, WorkSql.InsertItem);
    private readonly Statement _takeItem = new(connection, WorkSql.TakeItem);
    private readonly Statement _closeItem = new(connection, WorkSql.CloseItem);
    private readonly Statement _closeItemOf = new(connection, WorkSql.CloseItemOf);
    private readonly Statement _remember = new(connection, WorkSql.RememberCommand);
    private readonly Statement _putTicket = new(connection, WorkSql.PutTicket);
    private readonly Statement _findGroup = new(connection, LedgerSql.FindGroup);
    private readonly Statement _insertGroup = new(connection, LedgerSql.InsertGroup);
    private readonly Statement _hastenGroup = new(connection, LedgerSql.HastenGroup);
    private readonly Statement _addMember = new(connection, LedgerSql.AddMember);
    private readonly Statement _closeGroup = new(connection, LedgerSql.CloseGroup);

    /// <summary>Id of the new item, or of the one with the same identity.</summary>
    public long Open(WorkItemRecord item, long? @case)
    {
        if (item.Identity is not null && FirstId(_findItem.Bind(item.Establishment).Bind(item.Identity)) is { } known)
        {
            return known;
        }

        return _insertItem
            .Bind(item.Establishment).Bind(item.Code).Bind(item.What).Bind(item.Why).Bind(item.Message).Bind(item.Handling)
            .Bind(item.Delivery?.ToString()).Bind(item.OpenedAt).Bind(item.Identity).Bind(@case)
            .Insert();
    }

    /// <summary>False when it is done already or unknown.</summary>
    public bool Take(JournalWrite.TakeWorkItem write) => _takeItem.Bind(write.By).Bind(write.Id).Run() == 1;

    /// <summary>False when it is done already or unknown.</summary>
    public bool Close(JournalWrite.CloseWorkItem write) =>
        _closeItem.Bind(write.At).Bind(write.By).Bind(write.Why).Bind(write.Id).Run() == 1;

    public void Close(JournalWrite.CloseWorkItemOf write) =>
        _closeItemOf.Bind(write.At).Bind(write.By).Bind(write.Why).Bind(write.Establishment).Bind(write.Identity).Run();

    /// <summary>False when the command is known.</summary>
    public bool Remember(JournalWrite.RememberCommand write) =>
        _remember.Bind(write.CommandId).Bind(write.What).Bind(write.By).Bind(write.At).Run() == 1;

    public void PutTicket(JournalWrite.PutTicket write, long handling) =>
        _putTicket.Bind(write.Ticket).Bind(handling).Bind(write.Peer).Bind(write.At).Run();

    public void AddToGroup(JournalWrite.AddToGroup write)
    {
        if (FirstId(_findGroup.Bind(write.Establishment).Bind(write.Route).Bind(write.GroupKey)) is { } open)
        {
            _hastenGroup.Bind(write.ClosesAt).Bind(open).Run();
        }
        else
        {
            open = _insertGroup.Bind(write.Establishment).Bind(write.Route).Bind(write.GroupKey).Bind(write.At).Bind(write.ClosesAt).Insert();
        }

        _addMember.Bind(write.Handling).Bind(open).Run();
    }

    /// <summary>False when it is closed already or unknown.</summary>
    public bool CloseGroup(JournalWrite.CloseGroup write) => _closeGroup.Bind(write.At).Bind(write.Group).Run() == 1;

    public void Dispose()
    {
        _findItem.Dispose();
        _insertItem.Dispose();
        _takeItem.Dispose();
        _closeItem.Dispose();
        _closeItemOf.Dispose();
        _remember.Dispose();
        _putTicket.Dispose();
        _findGroup.Dispose();
        _insertGroup.Dispose();
        _hastenGroup.Dispose();
        _addMember.Dispose();
        _closeGroup.Dispose();
    }

    private static long? FirstId(Statement bound)
    {
        long? id = bound.Step() ? bound.Long(0) : null;
        bound.Reset();
        return id;
    }
}
