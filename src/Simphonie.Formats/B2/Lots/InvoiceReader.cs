using System.Text;
using Simphonie.Core.Lots;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Validation;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Lots;

/// <summary>Reads of an invoice what a book of lots must know: its key, who it is for, and what it counts up to.</summary>
internal sealed class InvoiceReader
{
    private readonly B2Schema _schema;
    private readonly B2Total? _billed;
    private readonly B2Total? _amo;
    private readonly B2Total? _amc;

    public InvoiceReader(B2Schema schema)
    {
        _schema = schema;
        _billed = LotTotal("totalFacture");
        _amo = LotTotal("totalAmo");
        _amc = LotTotal("totalAmc");
    }

    /// <summary>Reads records of an invoice, from its record of type 2 to that of type 5; null when they hold no such record.</summary>
    public LotInvoice? Read(B2Document document, int first, int end)
    {
        var counter = new TotalCounter(_schema.Totals);
        TotalScope? scope = null;
        (B2Layout Layout, int Record)? head = null;
        var complement = "";
        var (heads, lines, sums) = (0, 0, 0);
        for (var record = first; record < end; record++)
        {
            if (document.LayoutAt(record) is not { } layout)
            {
                continue;
            }

            heads += layout.Type == '2' ? 1 : 0;
            lines += layout.Type is '3' or '4' ? 1 : 0;
            sums += layout.Type == '5' ? 1 : 0;
            head = layout is { Type: '2', IsBase: true } ? (layout, record) : head;
            complement = complement.Length == 0 ? Text(layout, document.RecordAt(record), "complementTitre") : complement;
            scope = counter.Accept(layout, document.RecordAt(record));
        }

        if (head is not var (invoice, at) || scope is null)
        {
            return null;
        }

        var bytes = document.RecordAt(at);
        return new LotInvoice
        {
            Key = new(Text(invoice, bytes, "finess"), Text(invoice, bytes, "numeroFacture"), complement),
            Scheme = Text(invoice, bytes, "grandRegime"),
            Fund = Text(invoice, bytes, "caisseGestionnaire"),
            Centre = Text(invoice, bytes, "centreGestionnaire"),
            InvoicedOn = Day(invoice, bytes, "dateFacturation") ?? Day(invoice, bytes, "dateSortie"), // norm CP has no day of invoicing
            Totals = new(1, end - first, heads, lines, sums, Sum(_billed, scope), Sum(_amo, scope), Sum(_amc, scope)),
        };
    }

    private static long Sum(B2Total? total, TotalScope scope) => total?.Of(scope.Numbers) ?? 0;

    private static string Text(B2Layout layout, ReadOnlySpan<byte> record, string name) =>
        layout.Record.Field(name) is { } field && FieldValue.IsGiven(field, record) ? Encoding.Latin1.GetString(field.In(record)).TrimEnd(' ') : "";

    private static DateOnly? Day(B2Layout layout, ReadOnlySpan<byte> record, string name) =>
        layout.Record.Field(name) is { } field ? FixedDate.Read(field.In(record), birth: false, null) : null;

    private B2Total? LotTotal(string name)
    {
        if (_schema.Layouts["6"] is not { } layout)
        {
            return null;
        }

        foreach (var total in _schema.Totals.Totals(layout))
        {
            if (total.Field.Name == name)
            {
                return total;
            }
        }

        return null;
    }
}
