using Simphonie.Core.Lots;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Lots;

/// <summary>Reads lots of a file that was made elsewhere.</summary>
internal static class ForeignLots
{
    public static ForeignLot Read(B2Document document, InvoiceReader reader, int first)
    {
        var tree = new B2Tree(document);
        var end = tree.EndOf(B2Level.Lot, first);
        var bytes = document.BytesOf(first, end);
        var start = document.StartOf(first);
        var invoices = new List<ForeignInvoice>();
        var totals = default(LotTotals);
        foreach (var child in tree.Children(B2Level.Lot, first))
        {
            var behind = child.Level == B2Level.Invoice ? tree.EndOf(B2Level.Invoice, child.Record) : child.Record;
            if (behind > child.Record && reader.Read(document, child.Record, behind) is { } invoice)
            {
                invoices.Add(new(invoice, (document.StartOf(child.Record) - start)..(document.StartOf(behind) - start)));
                totals += invoice.Totals;
            }
        }

        var head = document.RecordAt(first);
        var layout = document.LayoutAt(first);
        return new(
            Number(layout, head),
            layout?.Record.Field("dateCreation") is { } date ? FixedDate.Read(date.In(head), birth: false, null) : null,
            layout?.Record.Field("organismeDestinataire") is { } organism ? System.Text.Encoding.Latin1.GetString(organism.In(head)) : "",
            invoices,
            totals,
            bytes);
    }

    /// <summary>What stands behind the first record.</summary>
    public static string Separator(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[Math.Min(bytes.Length, B2Schema.RecordLength)..];
        return rest.StartsWith("\r\n"u8) ? "\r\n" : rest.StartsWith("\r"u8) ? "\r" : rest.StartsWith("\n"u8) ? "\n" : "";
    }

    private static int Number(B2Layout? layout, ReadOnlySpan<byte> head) =>
        layout?.Record.Field("numeroLot") is { } field && FixedNumber.TryRead(field.In(head), out var number) ? (int)number : 0;
}
