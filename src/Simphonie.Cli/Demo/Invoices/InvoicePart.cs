using System.Text.Json;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>One debtor's part of an invoice as its case has it; amounts in cents.</summary>
internal sealed record InvoicePart(DayInvoice Invoice, string Debtor, string State, InvoiceAmounts Amounts, string? Lot)
{
    public static InvoicePart Of(DayInvoice invoice, string debtor, CaseRecord record)
    {
        using var holds = JsonDocument.Parse(record.Holds);
        long Cents(string name) => holds.RootElement.TryGetProperty(name, out var value) ? value.GetInt64() : 0;
        var lot = holds.RootElement.TryGetProperty("lot", out var number) ? number.ToString() : null;
        return new(invoice, debtor, record.State, new(Cents("asked"), Cents("paid"), Cents("rejected"), Cents("open")), lot);
    }
}

/// <summary>What is asked of a debtor and what became of it, in cents.</summary>
internal readonly record struct InvoiceAmounts(long Asked, long Paid, long Rejected, long Open)
{
    /// <summary>True when every cent asked was paid, rejected, or is still open.</summary>
    public bool AddsUp => Asked == Paid + Rejected + Open;

    public static InvoiceAmounts operator +(InvoiceAmounts left, InvoiceAmounts right) =>
        new(left.Asked + right.Asked, left.Paid + right.Paid, left.Rejected + right.Rejected, left.Open + right.Open);
}
