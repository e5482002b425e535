using Simphonie.Channels.Soap.Envelopes;

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

    internal static SoapFault Unreadable() => Siram("Sender", "siram_100", "hub_400", "erreur", null, "Le message n'est pas une enveloppe SOAP lisible.");

    internal static SoapFault TooLarge() => Siram("Sender", "siram_100", "hub_413", "erreur", null, "Le message dépasse la taille admise.");

    internal static SoapFault NotAuthenticated(string? messageId) => Siram("Sender", "siram_100", "hub_401", "erreur", messageId, "L'appelant n'est pas authentifié selon le profil du service.");

    internal static SoapFault BadAddressing(string? messageId) => Siram("Sender", "siram_100", "hub_402", "erreur", messageId, "wsa:Action ou wsa:MessageID manque, ou l'action n'est pas celle du corps.");

    internal static SoapFault BadContext(string? messageId, string context) => Siram("Sender", "siram_100", "hub_403", "erreur", messageId, $"Le contexte {context} manque ou n'a pas la version attendue.");

    internal static SoapFault UnknownOperation(string? messageId) => Siram("Sender", "siram_100", "hub_404", "erreur", messageId, "Le corps n'est la requête d'aucune opération du service.");

    internal static SoapFault Invalid(string? messageId, string path) => Siram("Sender", "siram_100", "hub_422", "erreur", messageId, $"Le corps n'est pas conforme au schéma : {path}.");

    internal static SoapFault Failure(string? messageId) => Siram("Receiver", "siram_40", "hub_500", "fatale", messageId, "Le service a échoué.");

    internal static SoapFault NotUnderstood() => new("MustUnderstand", null, "Un bloc d'en-tête obligatoire n'est pas compris.", null);
}
