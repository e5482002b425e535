namespace Simphonie.Simulators.Amo.Answering;

/// <summary>What the simulated AMO decides about an invoice.</summary>
internal enum Verdict
{
    Paid,
    PartlyPaid,
    Deferred,
    Rejected,

    /// <summary>The compulsory part is paid, the complementary one rejected.</summary>
    AmcRejected,
}

/// <summary>A verdict with its reason, which only rejections have.</summary>
internal readonly record struct Decision(Verdict Verdict, RejectionReason? Reason);
