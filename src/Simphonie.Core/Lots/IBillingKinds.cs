using Simphonie.Core.Schemas;

namespace Simphonie.Core.Lots;

/// <summary>A versioned table that says of which kind an invoice is, and whether it is billed by itself, as data.</summary>
public interface IBillingKinds : ISchema
{
    /// <summary>The first row that one of the acts, one of the covers and one of the sites has on the day; null when there is none.</summary>
    /// <param name="acts">Codes of the invoice's acts.</param>
    /// <param name="covers">Covers of the patient, such as <c>AMO</c> or <c>AME</c>.</param>
    /// <param name="sites">What is known of where the care was given: the FINESS of the site, its field of activity.</param>
    /// <param name="day">Day of the care.</param>
    BillingKind? Find(IReadOnlyCollection<string> acts, IReadOnlyCollection<string> covers, IReadOnlyCollection<string> sites, DateOnly day);
}

/// <summary>What a row says.</summary>
/// <param name="Name">The kind: lots hold one.</param>
/// <param name="IsIndividual">Whether each invoice goes to its caisse; otherwise the activity is paid in another way.</param>
public sealed record BillingKind(string Name, bool IsIndividual);
