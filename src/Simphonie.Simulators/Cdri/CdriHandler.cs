using System.Collections.Frozen;
using System.Globalization;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Service;
using Simphonie.Formats.Xml;

namespace Simphonie.Simulators.Cdri;

/// <summary>Answers questions of rights from the people it knows.</summary>
internal sealed class CdriHandler : ISoapHandler
{
    private readonly FrozenDictionary<(string Nir, string Birth, int Rank), InsuredPerson> _people;
    private readonly Behaviour _behaviour;
    private readonly TimeProvider _time;

    public CdriHandler(IReadOnlyList<InsuredPerson> people, Behaviour behaviour, TimeProvider time)
    {
        _people = people.ToFrozenDictionary(person => (person.Insured.Number, person.Birth, person.Rank));
        _behaviour = behaviour;
        _time = time;
    }

    public async ValueTask<SoapAnswer> HandleAsync(SoapRequest request, CancellationToken cancellationToken)
    {
        var message = request.Message;
        var nir = Text(message, request.Content, "BeneficiaireDeSoins/Assure/NIRassure/Num");
        var (action, delay) = _behaviour.Next(nir, request.MessageId);
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, _time, cancellationToken);
        }

        switch (action)
        {
            case "ok":
                return Answer(request, nir);
            case "down":
                _behaviour.Count(fault: true);
                return SoapAnswer.Unavailable(null);
            case "silence":
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
                return SoapAnswer.Unavailable(null);
            case "reset":
                _behaviour.Count(fault: true);
                return SoapAnswer.Reset();
            default:
                return Fault(action, request.MessageId);
        }
    }

    private SoapAnswer Answer(SoapRequest request, string nir)
    {
        var message = request.Message;
        var birth = Text(message, request.Content, "BeneficiaireDeSoins/DatedeNaissance");
        var rank = int.Parse(Text(message, request.Content, "BeneficiaireDeSoins/SituationAdministrativeAMO/RangdeNaissance").Trim(), CultureInfo.InvariantCulture);
        if (!_people.TryGetValue((nir, birth, rank), out var person) || person.Insured.Key != Text(message, request.Content, "BeneficiaireDeSoins/Assure/NIRassure/Cle"))
        {
            return Fault("siram_100/hub_1", request.MessageId);
        }

        if (person.Fault is { } fault)
        {
            return Fault(fault, request.MessageId);
        }

        // xs:date also allows a time zone after the date, and years before Christ
        var written = Text(message, request.Content, "DatedeReference").Trim();
        if (!DateOnly.TryParseExact(written[..Math.Min(written.Length, 10)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var reference))
        {
            return Fault("siram_100/hub_422", request.MessageId);
        }

        _behaviour.Count(fault: false);
        return SoapAnswer.Of(CdriAnswerWriter.Write(person, request.Profile.Schema!.TargetNamespace, reference));
    }

    private SoapAnswer Fault(string name, string messageId)
    {
        _behaviour.Count(fault: true);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var (subcode, code) = slash < 0 ? ("siram_40", name) : (name[..slash], name[(slash + 1)..]);
        var text = code switch
        {
            "desir_1020" => "Service appelé momentanément indisponible (texte de simulation, non normatif).",
            "desir_550" => "Autorisation du logiciel inconnue (texte de simulation, non normatif).",
            "hub_1" => "Bénéficiaire inconnu (code du hub, non normatif).",
            "FASIBEN" => "FASIBEN : base de droits de l'organisme indisponible (texte de simulation, non normatif).",
            _ => "Erreur simulée (non normatif).",
        };
        return SoapAnswer.Of(SoapFaults.Siram("Sender", subcode, code, subcode == "siram_40" ? "fatale" : "erreur", messageId, text));
    }

    private static string Text(XmlMessage message, long content, string path) =>
        message.TryFindPath(content, path, out var found) ? message.ValueOf(found).Text : "";
}
