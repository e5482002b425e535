using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Validation;
using Simphonie.Formats.B2.Writing;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Lots;

/// <summary>Lots of B2: what an invoice takes of one, and the file of a closed one.</summary>
public sealed class B2LotFormat : ILotFormat
{
    private const int NineDigits = 999_999_999;
    private const string Insured = "numeroAssure";

    // Counters of record 6 have 3 digits for invoices and records 5, 4 for lines and records 2; the count of 999 has 8, of which 000, 1, 6 and 999 take four.
    public LotTotals Most { get; } = new(999, 99_999_999 - 4, 9999, 9999, 999, NineDigits, NineDigits, NineDigits);

    public string Name => B2Format.FormatName;

    /// <inheritdoc/>
    public string NumberOf(LotRecipient recipient) => SheetWriter.NumberOf(recipient);

    /// <inheritdoc/>
    public string InsuredOf(ReadOnlySpan<byte> invoice, ISchema schema)
    {
        var layouts = Layouts(schema);
        return invoice.Length >= B2Schema.RecordLength && layouts.Layouts.Of(invoice[..B2Schema.RecordLength], layouts.IsCp)?.Record.Field(Insured) is { } field
            ? Encoding.Latin1.GetString(field.In(invoice)).Trim(' ')
            : "";
    }

    /// <inheritdoc/>
    public LotInvoice? Examine(ReadOnlyMemory<byte> invoice, ISchema schema, DiagnosticBag findings)
    {
        var layouts = Layouts(schema);
        var own = new DiagnosticBag();
        new B2Validator(layouts, own, B2Extent.Invoice).Run(invoice.Span, CancellationToken.None);
        var document = B2Document.Read(invoice, layouts);
        if (!IsOne(document))
        {
            own.Add(B2Codes.Incomplete, FixedPlace.Of(1, 0), "the records are not exactly one invoice, from 2 to 5");
        }

        findings.AddRange(own);
        if (own.HasErrors || new InvoiceReader(layouts).Read(document, 0, document.RecordCount) is not { } read)
        {
            return null;
        }

        if (read.Totals.IsWithin(Most))
        {
            return read;
        }

        findings.Add(B2Codes.DoesNotFit, FixedPlace.Of(1, 0), "a counter or total of the invoice is more than a lot can hold");
        return null;
    }

    /// <inheritdoc/>
    public void Compose(LotSheet sheet, LotTotals totals, IEnumerable<ReadOnlyMemory<byte>> invoices, ISchema schema, IBufferWriter<byte> writer)
    {
        var layouts = Layouts(schema);
        var output = new B2Writer(layouts, writer);
        var around = new SheetWriter(layouts, sheet, output);
        around.FileHead();
        around.LotHead();
        foreach (var invoice in invoices)
        {
            output.Copy(invoice.Span, layouts.IsCp);
        }

        around.LotEnd();
        around.FileEnd();
    }

    /// <inheritdoc/>
    public IEnumerable<ForeignLot> Open(ReadOnlyMemory<byte> file, ISchema schema)
    {
        var layouts = Layouts(schema);
        var document = B2Document.Read(file, layouts);
        var reader = new InvoiceReader(layouts);
        foreach (var lot in new B2Tree(document).Children(B2Level.Root, 0))
        {
            if (lot.Level == B2Level.Lot)
            {
                yield return ForeignLots.Read(document, reader, lot.Record);
            }
        }
    }

    /// <inheritdoc/>
    public void Wrap(LotSheet sheet, IReadOnlyList<ForeignLot> lots, ISchema schema, IBufferWriter<byte> writer)
    {
        var layouts = Layouts(schema);
        var output = new B2Writer(layouts, writer, lots.Count == 0 ? "" : ForeignLots.Separator(lots[0].Bytes.Span));
        var around = new SheetWriter(layouts, sheet, output);
        around.FileHead();
        foreach (var lot in lots)
        {
            output.Copy(lot.Bytes.Span, layouts.IsCp);
        }

        around.FileEnd();
    }

    private static bool IsOne(B2Document document)
    {
        var last = document.RecordCount - 1;
        if (last < 1 || document.TypeAt(0) != '2' || document.TypeAt(last) != '5')
        {
            return false;
        }

        return new B2Tree(document).EndOf(B2Level.Invoice, 0) == document.RecordCount;
    }

    private static B2Schema Layouts(ISchema schema) =>
        schema as B2Schema ?? throw new ArgumentException("Lots of B2 are written with a schema of B2.", nameof(schema));
}
