using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>What returns say of every invoice of the lots that were accepted.</summary>
internal sealed class ReturnPlan(Decisions decisions, int partlyPaidPercent)
{
    private const int Hundred = 100;

    /// <summary>The first return: every invoice once.</summary>
    public IReadOnlyList<ReturnLot> First(IReadOnlyList<SentLot> lots) => [.. lots.Select(lot => new ReturnLot(lot, [.. lot.Invoices.Select(First)]))];

    /// <summary>The second return: what the first one deferred, and what it left of parts. Lots with nothing left are not in it.</summary>
    public IReadOnlyList<ReturnLot> Rest(IReadOnlyList<SentLot> lots) =>
        [.. lots.Select(lot => new ReturnLot(lot, [.. lot.Invoices.Select(Rest).OfType<ReturnLine>()])).Where(lot => lot.Lines.Count > 0)];

    private ReturnLine First(SentInvoice invoice)
    {
        var (verdict, reason) = decisions.Of(invoice.Key);
        return verdict switch
        {
            Verdict.Rejected => Both(invoice, _ => PartAnswer.Rejects(reason)),
            Verdict.Deferred => Both(invoice, _ => PartAnswer.Deferred),
            Verdict.PartlyPaid => Both(invoice, asked => PartAnswer.Pays(AtFirst(asked))),
            Verdict.AmcRejected when invoice.Amc > 0 => new(invoice, PartAnswer.Pays(invoice.Amo), PartAnswer.Rejects(reason)),
            _ => ReturnLine.Paying(invoice),
        };
    }

    private ReturnLine? Rest(SentInvoice invoice) => decisions.Of(invoice.Key).Verdict switch
    {
        Verdict.Deferred => ReturnLine.Paying(invoice),
        Verdict.PartlyPaid => new(invoice, Left(invoice.Amo), Left(invoice.Amc)),
        _ => null,
    };

    private PartAnswer? Left(long asked) => asked > AtFirst(asked) ? PartAnswer.Pays(asked - AtFirst(asked)) : null;

    private long AtFirst(long asked) => asked * partlyPaidPercent / Hundred;

    private static ReturnLine Both(SentInvoice invoice, Func<long, PartAnswer> answer) => new(invoice, answer(invoice.Amo), invoice.Amc > 0 ? answer(invoice.Amc) : null);
}
