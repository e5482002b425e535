using System.Globalization;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Puts invoices into lots and moves lots on. Whether an invoice still fits is decided here, within the commit.</summary>
internal sealed class LotWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _findLive = new(connection, LotSql.FindLive);
    private readonly Statement _findOpen = new(connection, LotSql.FindOpen);
    private readonly Statement _insertLot = new(connection, LotSql.InsertLot);
    private readonly Statement _grow = new(connection, LotSql.Grow);
    private readonly Statement _insertInvoice = new(connection, LotSql.InsertInvoice);
    private readonly Statement _end = new(connection, LotSql.End);
    private readonly Statement _takeOut = new(connection, LotSql.TakeOut);
    private readonly Statement _shrink = new(connection, LotSql.Shrink);
    private readonly Statement _endInvoice = new(connection, LotSql.EndInvoice);
    private readonly Statement _settleWhenEmpty = new(connection, LotSql.SettleWhenEmpty);

    /// <summary>The lot in which the invoice is live with other records, 0 for none: then nothing was written.</summary>
    public long Add(LotAddition addition, List<LotChange> changes)
    {
        var (group, invoice) = (addition.Group, addition.Invoice);
        if (LiveIn(group, invoice.Key, addition.Records.Span, out var same) is var live and not 0)
        {
            return same ? 0 : live;
        }

        var lot = OpenLot(group, out var totals);
        if (lot != 0 && totals.Invoices > 0 && !(totals + invoice.Totals).IsWithin(addition.Most))
        {
            End(new(lot, addition.At), changes);
            lot = 0;
        }

        if (lot == 0)
        {
            (lot, totals) = (Open(addition), default);
            changes.Add(new(lot, LotState.Open, addition.ClosesAt));
        }

        Totals(_grow.Bind(addition.ClosesAt), invoice.Totals).Bind(lot).Run();
        Insert(lot, addition);
        if (IsFull(totals + invoice.Totals, addition.Most))
        {
            End(new(lot, addition.At), changes);
        }

        return 0;
    }

    /// <summary>False when it is neither open nor held, or empty.</summary>
    public bool End(JournalWrite.EndLot write, List<LotChange> changes)
    {
        if (_end.Bind(write.At).Bind(write.Lot).Run() == 0)
        {
            return false;
        }

        changes.Add(new(write.Lot, LotState.Ready, null));
        return true;
    }

    /// <summary>False when the invoice is in no lot that can still be changed.</summary>
    public bool TakeOut(JournalWrite.TakeOutOfLot write)
    {
        Key(_takeOut, write.Establishment, write.World, write.Key);
        if (!_takeOut.Step())
        {
            _takeOut.Reset();
            return false;
        }

        var lot = _takeOut.Long(0);
        var totals = ReadTotals(_takeOut, 1, 1);
        _takeOut.Reset();
        Totals(_shrink, totals).Bind(write.At).Bind(lot).Run();
        return true;
    }

    public void EndInvoice(JournalWrite.EndInvoice write)
    {
        Key(_endInvoice, write.Establishment, write.World, write.Key);
        long? lot = _endInvoice.Step() ? _endInvoice.Long(0) : null;
        _endInvoice.Reset();
        if (lot is { } left)
        {
            _settleWhenEmpty.Bind(write.At).Bind(left).Run();
        }
    }

    public void Dispose()
    {
        _findLive.Dispose();
        _findOpen.Dispose();
        _insertLot.Dispose();
        _grow.Dispose();
        _insertInvoice.Dispose();
        _end.Dispose();
        _takeOut.Dispose();
        _shrink.Dispose();
        _endInvoice.Dispose();
        _settleWhenEmpty.Dispose();
    }

    /// <summary>The lot in which an invoice is live or spent; 0 for none.</summary>
    public long LiveIn(LotGroup group, InvoiceKey key) => LiveIn(group, key, default, out _);

    /// <summary>Writes the row of an invoice into a lot that is there.</summary>
    public void Insert(long lot, LotAddition addition)
    {
        var invoice = addition.Invoice;
        Key(_insertInvoice.Bind(lot), addition.Group.Establishment, addition.Group.World, invoice.Key);
        Totals(_insertInvoice, invoice.Totals)
            .Bind(invoice.InvoicedOn?.ToString("O", CultureInfo.InvariantCulture)).Bind(addition.Message).Bind(addition.Handling).Bind(addition.At).Bind(addition.Records.Span)
            .Run();
    }

    private static bool IsFull(in LotTotals lot, in LotTotals most) => lot.Invoices >= most.Invoices || lot.Records >= most.Records || lot.Sums >= most.Sums;

    private static Statement Key(Statement statement, string establishment, World world, InvoiceKey key) =>
        statement.Bind(establishment).Bind((long)world).Bind(key.Provider).Bind(key.Number).Bind(key.Complement);

    private static Statement Group(Statement statement, LotGroup group) =>
        statement.Bind(group.Establishment).Bind((long)group.World).Bind(group.Recipient).Bind(group.Scheme).Bind(group.Fund).Bind(group.Kind).Bind(group.Schema);

    private static Statement Totals(Statement statement, in LotTotals totals) =>
        statement.Bind(totals.Records).Bind(totals.Heads).Bind(totals.Lines).Bind(totals.Sums).Bind(totals.Billed).Bind(totals.Amo).Bind(totals.Amc);

    private static LotTotals ReadTotals(Statement row, int invoices, int first) => new(
        invoices,
        (int)row.Long(first),
        (int)row.Long(first + 1),
        (int)row.Long(first + 2),
        (int)row.Long(first + 3),
        row.Long(first + 4),
        row.Long(first + 5),
        row.Long(first + 6));

    private long LiveIn(LotGroup group, InvoiceKey key, ReadOnlySpan<byte> records, out bool same)
    {
        Key(_findLive, group.Establishment, group.World, key);
        var found = _findLive.Step() ? _findLive.Long(0) : 0;
        same = found != 0 && _findLive.Blob(1).SequenceEqual(records);
        _findLive.Reset();
        return found;
    }

    private long OpenLot(LotGroup group, out LotTotals totals)
    {
        Group(_findOpen, group);
        var found = _findOpen.Step() ? _findOpen.Long(0) : 0;
        totals = found == 0 ? default : ReadTotals(_findOpen, (int)_findOpen.Long(1), 2);
        _findOpen.Reset();
        return found;
    }

    private long Open(LotAddition addition) => Group(_insertLot, addition.Group).Bind(addition.At).Bind(addition.ClosesAt).Insert();
}
