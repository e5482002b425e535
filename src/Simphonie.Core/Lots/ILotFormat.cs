using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Core.Lots;

/// <summary>
/// What a format knows of lots: how much of one an invoice takes, and what a closed lot looks like as a file. Stateless and thread-safe.
/// The book of lots knows which invoices are in which lot and gives numbers; it knows no layout.
/// </summary>
public interface ILotFormat
{
    /// <summary>Name of the format whose documents it takes (<c>b2</c>).</summary>
    string Name { get; }

    /// <summary>
    /// Examines the records of one invoice, as the format writes them. Null when <paramref name="findings"/> got an error:
    /// an invoice that is not exactly one, or an amount or counter that no lot could hold.
    /// </summary>
    LotInvoice? Examine(ReadOnlyMemory<byte> invoice, ISchema schema, DiagnosticBag findings);

    /// <summary>The number that the insured person of an invoice has in it, as returns name the person: an identity. Empty when it has none.</summary>
    /// <param name="invoice">Its records, as the format writes them.</param>
    /// <param name="schema">What they follow.</param>
    string InsuredOf(ReadOnlySpan<byte> invoice, ISchema schema);

    /// <summary>The number that files name a recipient by; its answers name their sender by the same.</summary>
    string NumberOf(LotRecipient recipient);

    /// <summary>The largest of each counter and total that a lot of this format can hold.</summary>
    LotTotals Most { get; }

    /// <summary>True when no counter or total of the lot would overflow with one more invoice.</summary>
    bool Fits(in LotTotals lot, in LotTotals invoice) => (lot + invoice).IsWithin(Most);

    /// <summary>
    /// Writes the file of a closed lot: header, lot header, invoices byte for byte in the order given, totals, end.
    /// Invoices are read once and may come from a cursor.
    /// </summary>
    void Compose(LotSheet sheet, LotTotals totals, IEnumerable<ReadOnlyMemory<byte>> invoices, ISchema schema, IBufferWriter<byte> writer);

    /// <summary>
    /// Takes a file apart that was made elsewhere: its lots with their numbers, and the bytes of each, in the order of the file.
    /// The file has been validated before; a lazy sequence, so that memory does not grow with the file.
    /// </summary>
    IEnumerable<ForeignLot> Open(ReadOnlyMemory<byte> file, ISchema schema);

    /// <summary>
    /// Writes a file around lots that were made elsewhere, byte for byte: only what stands before the first and after the last is new.
    /// </summary>
    void Wrap(LotSheet sheet, IReadOnlyList<ForeignLot> lots, ISchema schema, IBufferWriter<byte> writer);
}
