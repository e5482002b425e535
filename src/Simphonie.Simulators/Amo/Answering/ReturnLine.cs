using Simphonie.Core.Returns;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>One invoice of a return.</summary>
/// <param name="Invoice">What was sent.</param>
/// <param name="Amo">What becomes of the compulsory part; null: it is not spoken of.</param>
/// <param name="Amc">What becomes of the complementary part; null: nothing is asked, or it is not spoken of.</param>
internal sealed record ReturnLine(SentInvoice Invoice, PartAnswer? Amo, PartAnswer? Amc)
{
    /// <summary>A payment of all that is asked.</summary>
    public static ReturnLine Paying(SentInvoice invoice) => new(invoice, PartAnswer.Pays(invoice.Amo), invoice.Amc > 0 ? PartAnswer.Pays(invoice.Amc) : null);
}

/// <summary>What a return says of one part.</summary>
/// <param name="State">Paid, rejected or deferred.</param>
/// <param name="Paid">Signed cents; negative takes a payment back.</param>
/// <param name="Reason">Why it is rejected, null when it is not.</param>
internal sealed record PartAnswer(PartState State, long Paid, RejectionReason? Reason)
{
    public static PartAnswer Deferred { get; } = new(PartState.Deferred, 0, null);

    public static PartAnswer Pays(long cents) => new(PartState.Paid, cents, null);

    public static PartAnswer Rejects(RejectionReason? reason) => new(PartState.Rejected, 0, reason);
}

/// <summary>One lot of a return.</summary>
internal sealed record ReturnLot(SentLot Sent, IReadOnlyList<ReturnLine> Lines);
