using Simphonie.Core.Messages;

namespace Simphonie.Core.Lots;

/// <summary>What the invoices of a lot have in common.</summary>
/// <param name="Establishment">FINESS of the establishment that bills.</param>
/// <param name="World">Real or test.</param>
/// <param name="Recipient">Code of the recipient.</param>
/// <param name="Scheme">Scheme of affiliation, two digits.</param>
/// <param name="Fund">Caisse of attachment, three digits.</param>
/// <param name="Kind">Kind of billing (<c>ace-mco</c>).</param>
/// <param name="Schema">Schema that the records follow, with its version.</param>
public sealed record LotGroup(string Establishment, World World, string Recipient, string Scheme, string Fund, string Kind, string Schema)
{
    public LotSeries Series => new(Establishment, World, Recipient);
}

/// <summary>Whom numbers of lots and ids of files are given for: no two lots that are open with a recipient have the same number.</summary>
public readonly record struct LotSeries(string Establishment, World World, string Recipient);
