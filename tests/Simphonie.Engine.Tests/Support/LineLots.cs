using System.Buffers;
using System.Globalization;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Schemas;

namespace Simphonie.Engine.Tests.Support;

/// <summary>
/// Lots of the tests: an invoice is a message of <see cref="KvFormat"/> with <c>no</c>, <c>amount</c>, <c>scheme</c> and <c>fund</c>; a file is its head, the invoices
/// and its end, one a line.
/// </summary>
public sealed class LineLots : ILotFormat
{
    public string Name => "kv";

    public LotTotals Most { get; init; } = new(999, 9999, 9999, 9999, 999, 99_999, 999_999_999, 999_999_999);

    public LotInvoice? Examine(ReadOnlyMemory<byte> invoice, ISchema schema, DiagnosticBag findings)
    {
        var document = KvFormat.Read(Encoding.UTF8.GetString(invoice.Span));
        var amount = long.Parse(KvFormat.Field(document, "amount") ?? "100", CultureInfo.InvariantCulture);
        if (amount > Most.Billed)
        {
            findings.Add(KvFormat.Broken, Place.InMessage("amount"), "The amount has too many digits.");
            return null;
        }

        return new()
        {
            Key = new(KvFormat.Field(document, "finess") ?? "750000010", KvFormat.Field(document, "no") ?? "000000001", KvFormat.Field(document, "complement") ?? ""),
            Scheme = KvFormat.Field(document, "scheme") ?? "01",
            Fund = KvFormat.Field(document, "fund") ?? "750",
            Centre = "",
            InvoicedOn = new DateOnly(2026, 3, 1),
            Totals = new(1, 4, 1, 2, 1, amount, amount, 0),
        };
    }

    public void Compose(LotSheet sheet, LotTotals totals, IEnumerable<ReadOnlyMemory<byte>> invoices, ISchema schema, IBufferWriter<byte> writer)
    {
        Line(writer, $"head={sheet.Recipient.Code};file={sheet.FileId};lot={sheet.Number};date={sheet.LotDate:yyyyMMdd};mark={(sheet.World == Core.Messages.World.Real ? 'R' : 'T')}");
        foreach (var invoice in invoices)
        {
            Line(writer, Encoding.UTF8.GetString(invoice.Span));
        }

        Line(writer, $"end={totals.Invoices};billed={totals.Billed}");
    }

    public IEnumerable<ForeignLot> Open(ReadOnlyMemory<byte> file, ISchema schema) => throw new NotSupportedException("Files that came made are tested with b2.");

    public void Wrap(LotSheet sheet, IReadOnlyList<ForeignLot> lots, ISchema schema, IBufferWriter<byte> writer) => throw new NotSupportedException("Files that came made are tested with b2.");

    private static void Line(IBufferWriter<byte> writer, string text) => writer.Write(Encoding.UTF8.GetBytes(text + "\n"));
}
