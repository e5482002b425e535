using Simphonie.Channels.Soap.Profiles;
using Simphonie.Channels.Soap.Service;
using Simphonie.Channels.Tests.Peers;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Simulators.Tests.Cdri;

namespace Simphonie.Simulators.Tests.Peers;

public sealed class When_the_hub_calls_a_service_of_others
{
    [Test]
    public async Task Should_read_the_answers_and_faults_of_node_soap_over_mutual_tls()
    {
        var certificates = await CdriStand.AuthorityAsync();
        var profileFile = Path.Combine(CdriStand.Root(), "schemas", "soap", "cdri-hub.profile.yaml");
        var profile = (SoapProfile)new SoapProfileLoader().Load(profileFile, new DiagnosticBag())!;
        var wsdl = Path.Combine(TestContext.CurrentContext.WorkDirectory, "cdri.wsdl");
        await File.WriteAllBytesAsync(wsdl, WsdlWriter.Write(profile, "https://127.0.0.1/lps").ToArray());
        using var process = Peer.StartNode("soap-node-server.mjs", wsdl, certificates.Server, certificates.ServerKey, certificates.Authority);
        try
        {
            var port = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.That(port, Is.Not.Null, () => process.StandardError.ReadToEnd());
            await using var endpoint = CdriStand.Connect(new Uri($"https://127.0.0.1:{port}/lps"), profileFile, certificates);

            var answered = await AskAsync(endpoint, 1);
            Assert.That(answered, Is.TypeOf<DeliveryOutcome.Delivered>());
            Assert.That(CdriStand.Text(answered), Does.Contain("SOAP").And.Contain("297022A020778"));
            Assert.That(await AskAsync(endpoint, 9), Is.TypeOf<DeliveryOutcome.Unavailable>());
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<DeliveryOutcome> AskAsync(IEndpoint endpoint, int rank)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(CdriStand.Request("297022A020778", "78", "1997-02-26", rank));
        var frozen = endpoint.Freeze(new FreezeRequest($"rank-{rank}", body, DateTimeOffset.UnixEpoch));
        return await endpoint.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, TimeSpan.FromMinutes(1)), CancellationToken.None);
    }
}
