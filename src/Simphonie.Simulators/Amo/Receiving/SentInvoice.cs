using Simphonie.Core.Lots;

namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>What a return says again of an invoice. Prints no identity.</summary>
internal sealed record SentInvoice
{
    public required InvoiceKey Key { get; init; }

    /// <summary>Asked of the compulsory insurance, in cents.</summary>
    public required long Amo { get; init; }

    /// <summary>Asked of the complementary insurance, in cents; 0 when nothing is.</summary>
    public required long Amc { get; init; }

    /// <summary>Ten characters, empty when none is named.</summary>
    public required string AmcNumber { get; init; }

    public required DateOnly? InvoicedOn { get; init; }

    /// <summary>NIR of the insured, 13 characters.</summary>
    public required string Insured { get; init; }

    public required string InsuredKey { get; init; }

    /// <summary>Day of birth as written, <c>AAMMJJ</c>: lunar dates are no days of a calendar.</summary>
    public required string Birth { get; init; }

    public required string BirthRank { get; init; }

    public override string ToString() => "invoice sent to the simulated AMO";
}
