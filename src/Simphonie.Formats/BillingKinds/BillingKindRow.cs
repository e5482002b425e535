using Simphonie.Core.Lots;

namespace Simphonie.Formats.BillingKinds;

/// <summary>One row: what it is for, and the kind.</summary>
internal sealed record BillingKindRow(DateOnly From, DateOnly? Until, NameSet Acts, NameSet Covers, NameSet Sites, BillingKind Kind)
{
    public bool IsFor(IReadOnlyCollection<string> acts, IReadOnlyCollection<string> covers, IReadOnlyCollection<string> sites, DateOnly day) =>
        From <= day && !(Until < day) && Acts.HasOneOf(acts) && Covers.HasOneOf(covers) && Sites.HasOneOf(sites);

    /// <summary>True when nothing is left for a row behind this one.</summary>
    public bool Hides(BillingKindRow later) =>
        From <= later.From && (Until is null || later.Until <= Until) && Acts.Holds(later.Acts) && Covers.Holds(later.Covers) && Sites.Holds(later.Sites);
}
