namespace Simphonie.Core.Returns;

/// <summary>What has become of the items of a return so far. Amounts are signed cents.</summary>
/// <param name="Parts">Parts of invoices that were brought to their cases, whatever they say.</param>
/// <param name="Rejected">Of them: rejected.</param>
/// <param name="Deferred">Of them: deferred.</param>
/// <param name="Unhandled">Parts that the payer has not dealt with; nothing follows from them.</param>
/// <param name="Copies">Parts that their cases had already.</param>
/// <param name="Parked">Parts that wait for a decision.</param>
/// <param name="GivenUp">Parts that a human has dealt with otherwise.</param>
/// <param name="Answers">Acknowledgements of lots.</param>
/// <param name="Paid">Sum that was brought to cases.</param>
/// <param name="Waiting">Sum of the parked parts.</param>
/// <param name="Abandoned">Sum of the parts that were given up.</param>
/// <param name="Money">Sum of deductions and single payments.</param>
/// <param name="SinceTransfer">Sum of everything since the last transfer: what the next one must be.</param>
public readonly record struct ReturnTally(
    long Parts, long Rejected, long Deferred, long Unhandled, long Copies, long Parked, long GivenUp, long Answers, long Paid, long Waiting, long Abandoned, long Money, long SinceTransfer);
