namespace Simphonie.Cli.Demo.Invoices;

/// <summary>What became of an invoice.</summary>
internal sealed record InvoiceOutcome(DayInvoice Invoice, string Handling, int WorkItems, IReadOnlyList<InvoicePart> Parts)
{
    public bool IsExpected => Handling == Invoice.Entry.Handling
        && WorkItems == Invoice.Entry.WorkItems
        && Parts.Count == 0 == (Invoice.Entry.Becomes.Count == 0)
        && Parts.All(part => part.Amounts.AddsUp && Invoice.Entry.Becomes.Contains(part.State));
}
