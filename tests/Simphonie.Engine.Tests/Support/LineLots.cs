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

    public string NumberOf(LotRecipient recipient) => recipient.Code;

    public string InsuredOf(ReadOnlySpan<byte> invoice, ISchema schema) => KvFormat.Field(KvFormat.Read(Encoding.UTF8.GetString(invoice)), "nir") ?? "";

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

    /// <summary>A lot begins with a line <c>lot=N</c>, or <c>lot=N@DATE</c>; the lines behind it, but <c>end</c>, are its invoices.</summary>
    public IEnumerable<ForeignLot> Open(ReadOnlyMemory<byte> file, ISchema schema)
    {
        var text = Encoding.UTF8.GetString(file.Span);
        foreach (var part in text.Split("\nlot=").Skip(1))
        {
            var lines = part.Split("\nend")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines.Select((line, i) => i == 0 ? "lot=" + line : line)) + "\n");
            var at = lines[0].Length + "lot=\n".Length;
            var invoices = new List<ForeignInvoice>();
            foreach (var line in lines.Skip(1))
            {
                invoices.Add(new(Examine(Encoding.UTF8.GetBytes(line), schema, new DiagnosticBag())!, at..(at + line.Length)));
                at += line.Length + 1;
            }

            var totals = invoices.Aggregate(default(LotTotals), (sum, invoice) => sum + invoice.Invoice.Totals);
            var head = lines[0].Split('@');
            var date = head.Length == 2 ? DateOnly.Parse(head[1], CultureInfo.InvariantCulture) : new DateOnly(2026, 3, 1);
            yield return new(int.Parse(head[0], CultureInfo.InvariantCulture), date, "750", invoices, totals, bytes);
        }
    }

    public void Wrap(LotSheet sheet, IReadOnlyList<ForeignLot> lots, ISchema schema, IBufferWriter<byte> writer)
    {
        Line(writer, $"head={sheet.Recipient.Code};file={sheet.FileId}");
        foreach (var lot in lots)
        {
            writer.Write(lot.Bytes.Span);
        }

        Line(writer, $"end={lots.Count}");
    }

    private static void Line(IBufferWriter<byte> writer, string text) => writer.Write(Encoding.UTF8.GetBytes(text + "\n"));
}
