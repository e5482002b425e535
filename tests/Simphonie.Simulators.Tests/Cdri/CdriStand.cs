using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Soap;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Simulators.Authority;
using Simphonie.Simulators.Cdri;

namespace Simphonie.Simulators.Tests.Cdri;

/// <summary>The simulator over mutual TLS and the hub's own SOAP endpoint in front of it, as the demo has them.</summary>
internal sealed class CdriStand : IAsyncDisposable
{
    private CdriStand(CdriSimulator simulator, IEndpoint endpoint, DemoCertificates certificates)
    {
        Simulator = simulator;
        Endpoint = endpoint;
        Certificates = certificates;
    }

    public CdriSimulator Simulator { get; }

    public IEndpoint Endpoint { get; }

    public DemoCertificates Certificates { get; }

    public static async Task<CdriStand> StartAsync(string profile = "cdri-hub.profile.yaml", bool clientCertificate = true)
    {
        var certificates = await AuthorityAsync();
        var profileFile = Path.Combine(Root(), "schemas", "soap", profile);
        var simulator = await CdriSimulator.StartAsync(
            new CdriSimulatorOptions
            {
                ProfileFile = profileFile,
                InsuredFile = Path.Combine(Root(), "samples", "demo", "insured.yaml"),
                Tls = TlsSettings.Of(certificates.Server, certificates.ServerKey, authorities: certificates.Authority, clientRequired: true),
                AssertionAuthorities = certificates.Authority,
                Time = TimeProvider.System,
            },
            CancellationToken.None);
        return new CdriStand(simulator, Connect(simulator.Url, profileFile, certificates, clientCertificate), certificates);
    }

    public static Task<DemoCertificates> AuthorityAsync() =>
        DemoAuthority.EnsureAsync(Path.Combine(TestContext.CurrentContext.WorkDirectory, "authority"), TimeProvider.System, CancellationToken.None);

    public static IEndpoint Connect(Uri url, string profileFile, DemoCertificates certificates, bool clientCertificate = true)
    {
        var findings = new DiagnosticBag();
        var profile = (SoapProfile)new SoapProfileLoader().Load(profileFile, findings)!;
        var own = Map(("url", url.ToString()), ("profile", $"{profile.Header.Id}@{profile.Header.Version}"));
        var signing = Map(("certificate", certificates.Professional), ("password", certificates.ProfessionalPassword), ("qualifier", "CPS"));
        var attributes = new Setting.Map([new("identifiantFacturation", Text(DemoAuthority.Finess)), new("secteurActivite", Text("SA01"))], Place.Whole);
        own = own with
        {
            Entries =
            [
                .. own.Entries,
                new("software", Map(("idam", "HUBTEST00001"), ("version", "1.0"), ("name", "urn:lps:hub:1.0"))),
                new("assertion", signing with { Entries = [.. signing.Entries, new("attributes", attributes)] }),
            ],
        };
        var tls = clientCertificate
            ? Map(("certificate", certificates.Etablissement), ("password", certificates.EtablissementPassword), ("authorities", certificates.Authority))
            : Map(("authorities", certificates.Authority));
        var entry = new Setting.Map([new("soap", own), new("repeat", Text("safe")), new("limits", Map(("in_flight", "32"))), new("tls", tls)], Place.Whole);
        var settings = new ChannelSettings { Name = "cdri", Own = own, Entry = entry, BaseDirectory = Root() };
        var kind = new SoapChannelKind();
        kind.Check(settings, inbound: false, findings);
        Assert.That(findings, Is.Empty);
        return kind.CreateEndpoint(settings, Services(profile));
    }

    public async Task<DeliveryOutcome> AskAsync(string nir, string key, string birth, int rank = 1, string reference = "2025-03-04", string identity = "")
    {
        identity = identity.Length > 0 ? identity : Guid.NewGuid().ToString("N");
        return await DeliverAsync(identity, Request(nir, key, birth, rank, reference));
    }

    public async Task<DeliveryOutcome> DeliverAsync(string identity, string body, TimeSpan? timeout = null)
    {
        var frozen = Endpoint.Freeze(new FreezeRequest(identity, Encoding.UTF8.GetBytes(body), DateTimeOffset.UtcNow));
        return await Endpoint.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, timeout ?? TimeSpan.FromSeconds(30)), CancellationToken.None);
    }

    public static string Request(string nir, string key, string birth, int rank = 1, string reference = "2025-03-04") =>
        $"<Requete xmlns=\"urn:simphonie-hub:cdr:1\"><DatedeReference>{reference}</DatedeReference><BeneficiaireDeSoins><DatedeNaissance>{birth}</DatedeNaissance>"
        + $"<SituationAdministrativeAMO><RangdeNaissance>{rank}</RangdeNaissance></SituationAdministrativeAMO><Assure><NIRassure><Num>{nir}</Num><Cle>{key}</Cle></NIRassure></Assure></BeneficiaireDeSoins></Requete>";

    public static string Text(DeliveryOutcome outcome)
    {
        var payload = outcome switch
        {
            DeliveryOutcome.Delivered delivered => delivered.Answer,
            DeliveryOutcome.Rejected rejected => rejected.Answer,
            DeliveryOutcome.Unavailable unavailable => unavailable.Answer,
            _ => null,
        };
        return payload is null ? "" : Encoding.UTF8.GetString(((InlinePayload)payload).Bytes.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await Endpoint.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    public static string Root()
    {
        var at = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Simphonie.slnx")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }

    private static ChannelServices Services(SoapProfile profile) => new()
    {
        Intake = null!,
        Interactive = null!,
        Journal = null!,
        Formats = new Dictionary<string, Core.Formats.IFormat>(StringComparer.Ordinal),
        Schemas = new OneProfile(profile),
        Logs = NullLoggerFactory.Instance,
        Time = TimeProvider.System,
        World = World.Test,
        Establishment = DemoAuthority.Finess,
        Hub = "HUB",
    };

    private static Setting.Map Map(params (string Name, string Value)[] entries) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Name, (Setting)Text(entry.Value)))], Place.Whole);

    private static Setting.Scalar Text(string text) => new(text, Place.Whole);

    private sealed class OneProfile(SoapProfile profile) : ISchemaCatalog
    {
        public IReadOnlyCollection<ISchema> All => [profile];

        public bool TryResolve(string reference, DateOnly businessDate, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ISchema? schema)
        {
            schema = reference.StartsWith(profile.Header.Id, StringComparison.Ordinal) ? profile : null;
            return schema is not null;
        }
    }
}
