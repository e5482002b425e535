using System.Globalization;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Service;

/// <summary>
/// Faults that the hub's own services answer. The national list of codes is not public, so the hub uses codes of its own, <c>hub_*</c>,
/// under subcodes of the family's form.
/// </summary>
public static class SoapFaults
{
    /// <summary>A fault with the detail of the SIRAM family.</summary>
    public static SoapFault Siram(string code, string subcode, string detail, string severity, string? messageId, string text) =>
        new(code, subcode, text, new SiramError(detail, severity, messageId, text));

    internal static SoapFault Unreadable(Diagnostic cause) => Siram("Sender", "siram_100", "hub_400", "erreur", null, $"Le message n'est pas une enveloppe SOAP lisible ({Told(cause)}).");

    internal static SoapFault OtherVersion() => Siram("VersionMismatch", "siram_100", "hub_400", "erreur", null, "L'enveloppe n'est ni SOAP 1.1 ni SOAP 1.2.");

    internal static SoapFault TooLarge() => Siram("Sender", "siram_100", "hub_413", "erreur", null, "Le message dépasse la taille admise.");

    internal static SoapFault NotAuthenticated(string? messageId) => Siram("Sender", "siram_100", "hub_401", "erreur", messageId, "L'appelant n'est pas authentifié selon le profil du service.");

    internal static SoapFault BadAddressing(string? messageId) => Siram("Sender", "siram_100", "hub_402", "erreur", messageId, "wsa:Action ou wsa:MessageID manque, ou l'action n'est pas celle du corps.");

    internal static SoapFault BadContext(string? messageId, string context) => Siram("Sender", "siram_100", "hub_403", "erreur", messageId, $"Le contexte {context} manque ou n'a pas la version attendue.");

    internal static SoapFault UnknownOperation(string? messageId) => Siram("Sender", "siram_100", "hub_404", "erreur", messageId, "Le corps n'est la requête d'aucune opération du service.");

    internal static SoapFault Invalid(string? messageId, Diagnostic cause) => Siram("Sender", "siram_100", "hub_422", "erreur", messageId, $"Le corps n'est pas conforme au schéma ({Told(cause)}).");

    internal static SoapFault Failure(string? messageId) => Siram("Receiver", "siram_40", "hub_500", "fatale", messageId, "Le service a échoué.");

    internal static SoapFault NotUnderstood() => new("MustUnderstand", null, "Un bloc d'en-tête obligatoire n'est pas compris.", null);

    /// <summary>Code and place of a finding, for a caller: where a program can find them and a human can act on them.</summary>
    internal static string Told(Diagnostic cause) =>
        cause.Place is { Path: null, Offset: < 0 } ? cause.Code.Id
        : $"{cause.Code.Id}, {cause.Place.Path ?? "/"}{(cause.Place.Offset < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", octet {cause.Place.Offset}"))}";
}
