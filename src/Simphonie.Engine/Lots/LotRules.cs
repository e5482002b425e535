using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Who may send what to whom. Pure.</summary>
internal static class LotRules
{
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
