namespace Simphonie.Core.Lots;

/// <summary>A lot of a file that was made elsewhere, with its own number.</summary>
/// <param name="Number">1 to 999.</param>
/// <param name="Date">Date of the lot; null when it is none.</param>
/// <param name="Organism">Recipient organism of the lot, three digits.</param>
/// <param name="Invoices">The invoices, each with where its records lie in <paramref name="Bytes"/>.</param>
/// <param name="Totals">What the invoices count up to.</param>
/// <param name="Bytes">The lot from its header to its totals, as received.</param>
public sealed record ForeignLot(int Number, DateOnly? Date, string Organism, IReadOnlyList<ForeignInvoice> Invoices, LotTotals Totals, ReadOnlyMemory<byte> Bytes);

/// <summary>An invoice of such a lot.</summary>
public sealed record ForeignInvoice(LotInvoice Invoice, Range Records);
