using System.Diagnostics;
using System.Globalization;
using System.Text;
using Simphonie.Channels.Tests.Peers;

namespace Simphonie.Channels.Tests.Mllp;

[CancelAfter(60_000)]
public sealed class When_clients_of_others_send
{
    [Test]
    public Task Should_acknowledge_node_hl7_client(CancellationToken cancellationToken) =>
        ExchangeAsync((port, file) => Peer.StartNode("mllp-node-hl7-client.mjs", port, file), cancellationToken);

    [Test]
    public Task Should_acknowledge_simple_hl7(CancellationToken cancellationToken) =>
        ExchangeAsync((port, file) => Peer.StartNode("mllp-simple-hl7-client.cjs", port, file), cancellationToken);

    [Test]
    public Task Should_acknowledge_python_hl7(CancellationToken cancellationToken) =>
        ExchangeAsync((port, file) => Peer.Start("/usr/bin/mllp_send", ["--loose", "--port", port, "--file", file, "127.0.0.1"]), cancellationToken);

    private static async Task ExchangeAsync(Func<string, string, Process> client, CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, MllpSite.Message("PEER1"), Encoding.Latin1, cancellationToken);
            using var process = client(site.Address.Port.ToString(CultureInfo.InvariantCulture), file);
            var output = await Peer.RunAsync(process, cancellationToken);
            Assert.That(output.Split('\r', '\n'), Has.Some.StartsWith("MSA|AA|PEER1"));
            Assert.That(site.Intake.Received.Single(), Does.StartWith("MSH|^~\\&|GAM|CHU-X|"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
