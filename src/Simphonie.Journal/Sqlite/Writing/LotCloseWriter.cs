using System.Globalization;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Gives lots their numbers and follows them from there: closed, sent, acknowledged, recast, settled.</summary>
internal sealed class LotCloseWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _sequence = new(connection, LotSql.SeriesSequence);
    private readonly Statement _close = new(connection, LotSql.Close);
    private readonly Statement _insertFile = new(connection, LotSql.InsertFile);
    private readonly Statement _putMark = new(connection, LotSql.PutMark);
    private readonly Statement _move = new(connection, LotSql.Move);
    private readonly Statement _isForeign = new(connection, LotSql.IsForeign);
    private readonly Statement _leave = new(connection, LotSql.LeaveLot);
    private readonly Statement _insertRecast = new(connection, LotSql.InsertRecast);
    private readonly Statement _copy = new(connection, LotSql.CopyInvoices);
    private readonly Statement _hasLeft = new(connection, LotSql.HasLeftLot);
    private readonly Statement _noneLive = new(connection, LotSql.NoneLive);
    private readonly Statement _settle = new(connection, LotSql.Settle);
    private readonly Statement _endAll = new(connection, LotSql.EndAll);

    /// <summary>False when the lot has changed, its number is taken, its file id is known or the series has come further.</summary>
    public bool Close(LotClosing closing, long message)
    {
        Series(_sequence, closing.Series);
        var sequence = _sequence.Step() ? _sequence.Long(0) : 0;
        _sequence.Reset();
        return sequence == closing.Sequence - 1
            && Series(
                _close.Bind(closing.Number).Bind(closing.Date.ToString("O", CultureInfo.InvariantCulture)).Bind(closing.FileId).Bind(message).Bind(closing.At)
                    .Bind(closing.Lot).Bind(closing.Version),
                closing.Series).Run() == 1
            && Series(_insertFile, closing.Series).Bind(closing.FileId).Bind(message).Bind(closing.At).Run() == 1
            && Put(new(closing.Series, closing.Sequence, closing.Number, closing.FileId));
    }

    /// <summary>False when the series has the file id already.</summary>
    public bool Reserve(JournalWrite.ReserveFile write, long message) =>
        Series(_insertFile, write.Series).Bind(write.FileId).Bind(message).Bind(write.At).Run() == 1;

    public void Advance(LotMark mark) => Put(mark);

    /// <summary>False when it has changed or is no longer with the recipient.</summary>
    public bool Move(JournalWrite.MoveLot write) =>
        _move.Bind((long)write.State).Bind(write.At).Bind(write.Cause).Bind(write.Lot).Bind(write.Version).Run() == 1;

    /// <summary>False when it has changed. Invoices of a lot that came with its number go back to whoever made it: they are in no lot then.</summary>
    public bool Recast(JournalWrite.RecastLot write, List<LotChange> changes)
    {
        if (_move.Bind((long)write.State).Bind(write.At).Bind(write.Cause).Bind(write.Lot).Bind(write.Version).Run() == 0)
        {
            return false;
        }

        _leave.Bind(write.Lot).Run();
        _isForeign.Bind(write.Lot).Step();
        var foreign = _isForeign.Long(0) != 0;
        _isForeign.Reset();
        if (!foreign && _insertRecast.Bind(write.Hold ? 1 : 0).Bind(write.At).Bind(write.Lot).Run() == 1)
        {
            var recast = SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);
            _copy.Bind(recast).Bind(write.At).Bind(write.Lot).Run();
            changes.Add(new(recast, LotState.Ready, null));
        }

        _hasLeft.Bind(write.Lot).Run();
        _noneLive.Bind(write.Lot).Run();
        return true;
    }

    /// <summary>False when it has changed or is not with the recipient.</summary>
    public bool Settle(JournalWrite.SettleLot write)
    {
        if (_settle.Bind(write.At).Bind(write.Cause).Bind(write.Lot).Bind(write.Version).Run() == 0)
        {
            return false;
        }

        _endAll.Bind(write.Lot).Run();
        return true;
    }

    public void Dispose()
    {
        _sequence.Dispose();
        _close.Dispose();
        _insertFile.Dispose();
        _putMark.Dispose();
        _move.Dispose();
        _isForeign.Dispose();
        _leave.Dispose();
        _insertRecast.Dispose();
        _copy.Dispose();
        _hasLeft.Dispose();
        _noneLive.Dispose();
        _settle.Dispose();
        _endAll.Dispose();
    }

    private static Statement Series(Statement statement, LotSeries series) =>
        statement.Bind(series.Establishment).Bind((long)series.World).Bind(series.Recipient);

    private bool Put(LotMark mark) => Series(_putMark, mark.Series).Bind(mark.Sequence).Bind(mark.Number).Bind(mark.FileId).Run() == 1;
}
