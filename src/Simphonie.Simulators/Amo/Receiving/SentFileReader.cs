using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Formats.B2.Lots;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Validation;

namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>Reads a B2 file as strictly as the hub's own reader: whatever that finds wrong refuses the file as a whole.</summary>
internal sealed class SentFileReader(B2Schema layouts)
{
    private readonly B2LotFormat _lots = new();

    /// <summary>Null when <paramref name="findings"/> says why it is refused.</summary>
    public SentFile? Read(ReadOnlyMemory<byte> bytes, DiagnosticBag findings, CancellationToken cancellationToken)
    {
        var around = new HeadVisitor();
        var summary = new B2Validator(layouts, findings, B2Extent.File, around).Run(bytes.Span, cancellationToken);
        if (summary.Errors > 0 || around.Head is null)
        {
            return null;
        }

        if (around.Mark is not ("T" or "D"))
        {
            findings.Add(AmoCodes.NotTest, Place.Whole, AmoCodes.NotTest.Title);
            return null;
        }

        return new SentFile(around.Head, around.Mark, [.. _lots.Open(bytes, layouts).Where(lot => lot is { Date: not null, Invoices.Count: > 0 }).Select(Lot)]);
    }

    private SentLot Lot(ForeignLot lot) => new(lot.Number, lot.Date!.Value, [.. lot.Invoices.Select(invoice => Invoice(invoice, lot.Bytes[invoice.Records].Span))]);

    private SentInvoice Invoice(ForeignInvoice invoice, ReadOnlySpan<byte> records)
    {
        var first = records[..B2Schema.RecordLength];
        var layout = layouts.Layouts.Of(first, layouts.IsCp) ?? throw new InvalidOperationException("An invoice that validated begins with a record of a known layout.");
        return new SentInvoice
        {
            Key = invoice.Invoice.Key,
            Amo = invoice.Invoice.Totals.Amo,
            Amc = invoice.Invoice.Totals.Amc,
            AmcNumber = RecordText.Of(layout, "organismeComplementaire", first),
            InvoicedOn = invoice.Invoice.InvoicedOn,
            Insured = RecordText.Of(layout, "numeroAssure", first),
            InsuredKey = RecordText.Of(layout, "cleAssure", first),
            Birth = RecordText.Of(layout, "dateNaissance", first),
            BirthRank = RecordText.Of(layout, "rangNaissance", first),
        };
    }
}
