using System.Net.Security;
using System.Text;
using Simphonie.Channels.Soap.Assertions;
using Simphonie.Channels.Soap.Client;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Soap;

internal static class SoapParts
{
    public const string Request =
        """
        <Requete xmlns="urn:simphonie-hub:cdr:1"><DatedeReference>2025-03-04</DatedeReference><BeneficiaireDeSoins><DatedeNaissance>1997-02-26</DatedeNaissance><SituationAdministrativeAMO><RangdeNaissance>1</RangdeNaissance><GrandRegime>01</GrandRegime></SituationAdministrativeAMO><Assure><NIRassure><Num>297022A020778</Num><Cle>78</Cle></NIRassure></Assure></BeneficiaireDeSoins></Requete>
        """;

    public const string Answer =
        """
        <r:Reponse xmlns:r="urn:simphonie-hub:cdr:1"><r:Mention>test</r:Mention><r:DatedeReference>2025-03-04</r:DatedeReference><r:Beneficiaire><r:NIRassure><r:Num>297022A020778</r:Num><r:Cle>78</r:Cle></r:NIRassure><r:DatedeNaissance>1997-02-26</r:DatedeNaissance><r:RangdeNaissance>1</r:RangdeNaissance><r:Identite><r:NomdeNaissance>ADRTROIS</r:NomdeNaissance><r:Prenom>DOMINIQUE</r:Prenom></r:Identite><r:DroitsAMO><r:Ouverts>false</r:Ouverts></r:DroitsAMO><r:MedecinTraitant><r:Declare>false</r:Declare></r:MedecinTraitant></r:Beneficiaire></r:Reponse>
        """;

    public static readonly DateTimeOffset Now = new(2025, 3, 4, 8, 0, 0, 123, TimeSpan.Zero);

    public static string Root()
    {
        var at = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Simphonie.slnx")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }

    public static SoapProfile Profile(string name = "cdri-hub")
    {
        var findings = new DiagnosticBag();
        var profile = (SoapProfile?)new SoapProfileLoader().Load(Path.Combine(Root(), "schemas", "soap", name + ".profile.yaml"), findings);
        Assert.That(findings, Is.Empty);
        return profile!;
    }

    public static string Envelope(string body, string header = "", string space = "http://www.w3.org/2003/05/soap-envelope") =>
        $"<e:Envelope xmlns:e=\"{space}\">{(header.Length > 0 ? $"<e:Header>{header}</e:Header>" : "")}<e:Body>{body}</e:Body></e:Envelope>";

    public static EnvelopeFreezer Freezer(SoapProfile profile) =>
        new(profile, new SoftwareIdentity("1990000001", "HUBTEST00001", "1.0", "11111111-2222-4333-8444-555555555555", "urn:lps:hub:1.0"));

    public static SoapEndpoint Endpoint(Uri url, SoapProfile profile, IAssertionSource? assertions = null, int answerBytes = 1 << 20, TimeSpan? longest = null, SslClientAuthenticationOptions? tls = null) => new(
        "cdri",
        new EndpointCapabilities(true, 4, Answers: true, "xml", "xml"),
        profile,
        Freezer(profile),
        assertions,
        new SoapCall(
            new SoapEndpointSettings
            {
                Url = url,
                Profile = profile.Header.Id,
                Software = new SoftwareIdentity(null, null, null, null, null),
                Own = new Setting.Map([], Place.Whole),
                AnswerBytes = answerBytes,
                Timeout = longest,
            },
            tls,
            TimeProvider.System,
            null));

    public static async Task<DeliveryOutcome> SendAsync(Uri url, string body = Request, TimeSpan? timeout = null, SoapProfile? profile = null, int answerBytes = 1 << 20, TimeSpan? longest = null)
    {
        await using var endpoint = Endpoint(url, profile ?? Profile(), answerBytes: answerBytes, longest: longest);
        var frozen = endpoint.Freeze(new FreezeRequest("IDENTITY", Encoding.UTF8.GetBytes(body), Now));
        return await endpoint.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, timeout ?? TimeSpan.FromSeconds(60)), CancellationToken.None);
    }

    public static string Fault(string subcode, string code, string who = "Sender", string text = "") =>
        $"<e:Fault><e:Code><e:Value>e:{who}</e:Value><e:Subcode><e:Value>e:{subcode}</e:Value></e:Subcode></e:Code><e:Reason><e:Text xml:lang=\"fr\">MARKED</e:Text></e:Reason>"
        + $"<e:Detail><s:Erreur xmlns:s=\"urn:siram\" code=\"{code}\" severite=\"fatale\">MARKED {text}</s:Erreur></e:Detail></e:Fault>";
}
