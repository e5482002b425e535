using System.Globalization;
using Simphonie.Core.Returns;

namespace Simphonie.Engine.Returns.Matching;

/// <summary>A part of a return with the case that it names and the identity of its event.</summary>
/// <param name="Case">Key of the case.</param>
/// <param name="Identity">Return, lot, lot date, invoice, debtor, repetition: the same whatever the framing or channel.</param>
/// <param name="Part">What the return says.</param>
/// <param name="Message">Message of the return.</param>
internal sealed record NamedPart(string Case, string Identity, ReturnItem.Part Part, long Message)
{
    /// <summary>True when the insured of <see cref="Part"/> is a stand-in already.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>Not null where somebody has decided: lot, payer and amount asked are then those of the case.</summary>
    public string? DecidedBy { get; init; }

    public static NamedPart Of(string identity, ReturnItem.Part part, long message)
    {
        var debtor = part.Debtor == DebtorPart.Amo ? "amo" : "amc";
        return new(
            $"{part.Payee}/{part.Invoice}/{part.Complement}/{debtor}",
            string.Create(CultureInfo.InvariantCulture, $"return/{identity}/{part.Lot}/{part.LotDate:yyyy-MM-dd}/{part.Payee}/{part.Invoice}/{part.Complement}/{debtor}/{part.Repetition}"),
            part,
            message);
    }

    public static NamedPart Of(ParkedPart parked) => new(parked.Case, parked.Identity, parked.Part, parked.Message) { IsStandIn = true };

    /// <summary>The case's other debtor.</summary>
    public static string Sibling(string key) => key.EndsWith("/amo", StringComparison.Ordinal) ? $"{key[..^3]}amc" : $"{key[..^3]}amo";

    public override string ToString() => "part of a return";
}
