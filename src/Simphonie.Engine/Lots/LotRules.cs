using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Who may send what to whom, and when. Pure.</summary>
internal static class LotRules
{
    /// <summary>A lot that was made longer ago is refused (ARL 5001).</summary>
    private const int OldestDays = 90;

    /// <summary>A lot of a later day is refused (ARL 5002).</summary>
    private const int DaysAhead = 2;

    /// <summary>Null when the recipient takes a lot of a date that it receives today.</summary>
    public static Diagnostic? Objection(DateOnly lot, DateOnly today) =>
        lot < today.AddDays(-OldestDays) ? Diagnostic.Of(LotCodes.FileRefused, Place.Whole, $"A lot of the file was made more than {OldestDays} days ago: its recipient answers 5001.")
        : lot > today.AddDays(DaysAhead) ? Diagnostic.Of(LotCodes.FileRefused, Place.Whole, $"A lot of the file is dated more than {DaysAhead} days ahead: its recipient answers 5002.")
        : null;

    /// <summary>Null when a profile may be used in a world. Real invoices need a profile that the site names as certified, and a hub profile never is.</summary>
    public static Diagnostic? Objection(LotsDefinition settings, SchemaHeader profile, World world)
    {
        var name = $"{profile.Id}@{profile.Version}";
        return world == World.Test || (profile.Status != SchemaStatus.HubProfile && settings.Certified.Contains(name, StringComparer.Ordinal))
            ? null
            : Diagnostic.Of(LotCodes.NotCertified, Place.Whole, $"{name} is {(profile.Status == SchemaStatus.HubProfile ? "a hub profile" : "not named under 'lots: certified'")}: it sends test invoices only.");
    }

    /// <summary>Null when lots of the recipient are numbered by this side.</summary>
    public static Diagnostic? Objection(Recipient recipient, NumberOwner numbering) => recipient.Owner == numbering
        ? null
        : Diagnostic.Of(LotCodes.OtherOwner, Place.Whole, $"Lots for {recipient.Address.Code} are numbered by the {(recipient.Owner == NumberOwner.Hub ? "hub" : "establishment's own software")}.");
}
