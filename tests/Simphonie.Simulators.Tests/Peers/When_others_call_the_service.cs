using System.Security.Cryptography.X509Certificates;
using Simphonie.Channels.Tests.Peers;
using Simphonie.Simulators.Tests.Cdri;

namespace Simphonie.Simulators.Tests.Peers;

/// <summary>Clients of others read our WSDL and call over mutual TLS.</summary>
public sealed class When_others_call_the_service
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private CdriStand _stand = null!;
    private string _certificate = null!;
    private string _key = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _stand = await CdriStand.StartAsync();
        using var client = X509CertificateLoader.LoadPkcs12FromFile(_stand.Certificates.Etablissement, _stand.Certificates.EtablissementPassword, X509KeyStorageFlags.Exportable);
        _certificate = Path.Combine(TestContext.CurrentContext.WorkDirectory, "peer.pem");
        _key = Path.Combine(TestContext.CurrentContext.WorkDirectory, "peer.key.pem");
        await File.WriteAllTextAsync(_certificate, client.ExportCertificatePem());
        await File.WriteAllTextAsync(_key, client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        File.Delete(_key);
        await _stand.DisposeAsync();
    }

    [TestCase("CdriHubSoap12Port", "1820199999013", "55", "2", "JULES")]
    [TestCase("CdriHubSoap11Port", "1820199999013", "55", "2", "JULES")]
    [TestCase("CdriHubSoap12Port", "1820199999013", "54", "2", "fault hub_1")]
    [TestCase("CdriHubSoap11Port", "1820199999013", "54", "2", "fault hub_1")]
    public async Task Should_answer_zeep(string port, string nir, string key, string rank, string expected) =>
        Assert.That(await RunAsync("/usr/bin/python3", [Path.Combine(Peer.Folder, "soap-zeep-client.py"), Wsdl, port, _certificate, _key, _stand.Certificates.Authority, nir, key, "2016-10-02", rank]), Is.EqualTo(expected));

    [TestCase("1.2", "55", "JULES")]
    [TestCase("1.1", "55", "JULES")]
    [TestCase("1.2", "54", "fault hub_1")]
    public async Task Should_answer_node_soap(string version, string key, string expected) =>
        Assert.That(
            await RunAsync(
                "node",
                [
                    Path.Combine(Peer.Folder, "soap-node-client.mjs"), Wsdl, _stand.Certificates.Etablissement, _stand.Certificates.EtablissementPassword, _stand.Certificates.Authority,
                    "1820199999013", key, "2016-10-02", "2", version,
                ]),
            Is.EqualTo(expected));

    private string Wsdl => _stand.Simulator.Url + "?wsdl";

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var process = Peer.Start(program, arguments);
        return (await Peer.RunAsync(process, limit.Token)).Trim();
    }
}
