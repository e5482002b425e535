namespace Simphonie.Core.Lots;

/// <summary>What is counted of an invoice and of a lot. Amounts in cents.</summary>
/// <param name="Invoices">Number of invoices.</param>
/// <param name="Records">All records, headers and ends of file and lot not included.</param>
/// <param name="Heads">Records of type 2, sub-types included.</param>
/// <param name="Lines">Records of types 3 and 4, sub-types included.</param>
/// <param name="Sums">Records of type 5.</param>
/// <param name="Billed">Total billed.</param>
/// <param name="Amo">Share of the compulsory insurance.</param>
/// <param name="Amc">Share of the complementary insurance.</param>
public readonly record struct LotTotals(int Invoices, int Records, int Heads, int Lines, int Sums, long Billed, long Amo, long Amc)
{
    public static LotTotals operator +(LotTotals left, LotTotals right) => new(
        left.Invoices + right.Invoices,
        left.Records + right.Records,
        left.Heads + right.Heads,
        left.Lines + right.Lines,
        left.Sums + right.Sums,
        left.Billed + right.Billed,
        left.Amo + right.Amo,
        left.Amc + right.Amc);

    public static LotTotals Add(LotTotals left, LotTotals right) => left + right;

    /// <summary>True when nothing of it is more than the other's.</summary>
    public bool IsWithin(in LotTotals most) =>
        Invoices <= most.Invoices
        && Records <= most.Records
        && Heads <= most.Heads
        && Lines <= most.Lines
        && Sums <= most.Sums
        && Billed <= most.Billed
        && Amo <= most.Amo
        && Amc <= most.Amc;
}
