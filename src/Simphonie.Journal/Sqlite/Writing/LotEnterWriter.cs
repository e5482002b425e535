using System.Globalization;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Lots;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Enters lots that came with their numbers.</summary>
internal sealed class LotEnterWriter(SqliteConnection connection, LotWriter lots) : IDisposable
{
    private readonly Statement _findNumber = new(connection, LotSql.FindNumber);
    private readonly Statement _enter = new(connection, LotSql.Enter);

    /// <summary>The lot that has the number already, or in which one of the invoices is live or spent; 0 when it was entered.</summary>
    public long Enter(LotEntering lot, long message)
    {
        if (InTheWay(lot) is var other and not 0)
        {
            return other;
        }

        var (group, totals) = (lot.Group, lot.Totals);
        var id = _enter
            .Bind(group.Establishment).Bind((long)group.World).Bind(group.Recipient).Bind(group.Scheme).Bind(group.Fund).Bind(group.Kind).Bind(group.Schema).Bind(lot.At)
            .Bind(totals.Invoices).Bind(totals.Records).Bind(totals.Heads).Bind(totals.Lines).Bind(totals.Sums).Bind(totals.Billed).Bind(totals.Amo).Bind(totals.Amc)
            .Bind(lot.Number).Bind(lot.Date.ToString("O", CultureInfo.InvariantCulture)).Bind(lot.FileId).Bind(message)
            .Insert();
        foreach (var (invoice, records) in lot.Invoices)
        {
            lots.Insert(id, new() { Group = group, Invoice = invoice, Records = records, Most = totals, Message = lot.Message, Handling = lot.Handling, At = lot.At });
        }

        return 0;
    }

    public void Dispose()
    {
        _findNumber.Dispose();
        _enter.Dispose();
    }

    private long InTheWay(LotEntering lot)
    {
        _findNumber.Bind(lot.Group.Establishment).Bind((long)lot.Group.World).Bind(lot.Group.Recipient).Bind(lot.Number);
        var taken = _findNumber.Step() ? _findNumber.Long(0) : 0;
        _findNumber.Reset();
        if (taken != 0)
        {
            return taken;
        }

        var seen = new HashSet<InvoiceKey>();
        foreach (var (invoice, _) in lot.Invoices)
        {
            if (lots.LiveIn(lot.Group, invoice.Key) is var live and not 0)
            {
                return live;
            }

            if (!seen.Add(invoice.Key))
            {
                return -1;
            }
        }

        return 0;
    }
}
