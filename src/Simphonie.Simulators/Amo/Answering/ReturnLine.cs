using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>One invoice of a return.</summary>
/// <param name="Invoice">What was sent.</param>
/// <param name="Reason">Why it is rejected, null when it is paid.</param>
/// <param name="IsTakenBack">True for a payment that is reversed: sign N.</param>
internal sealed record ReturnLine(SentInvoice Invoice, RejectionReason? Reason, bool IsTakenBack = false);

/// <summary>One lot of a return.</summary>
internal sealed record ReturnLot(SentLot Sent, IReadOnlyList<ReturnLine> Lines);
