namespace Simphonie.Core.Lots;

/// <summary>An invoice as the book of lots sees it. Prints no identity.</summary>
public sealed record LotInvoice
{
    public required InvoiceKey Key { get; init; }

    /// <summary>Scheme of affiliation, two digits.</summary>
    public required string Scheme { get; init; }

    /// <summary>Caisse of attachment, three digits.</summary>
    public required string Fund { get; init; }

    /// <summary>Centre of the caisse, four digits; empty when none.</summary>
    public required string Centre { get; init; }

    public required DateOnly? InvoicedOn { get; init; }

    public required LotTotals Totals { get; init; }

    public override string ToString() => $"invoice of {Totals.Records} records";
}
