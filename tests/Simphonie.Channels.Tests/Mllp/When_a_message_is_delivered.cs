using System.Text;
using Simphonie.Channels.Mllp;
using Simphonie.Channels.Tests.Peers;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Mllp;

[CancelAfter(60_000)]
public sealed class When_a_message_is_delivered
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [TestCase("AA", "", typeof(DeliveryOutcome.Delivered))]
    [TestCase("CA", "", typeof(DeliveryOutcome.Delivered))]
    [TestCase("AE", "", typeof(DeliveryOutcome.Rejected))]
    [TestCase("AR", "ERR|||101^^HL70357|E\r", typeof(DeliveryOutcome.Rejected))]
    [TestCase("CE", "", typeof(DeliveryOutcome.Rejected))]
    [TestCase("CR", "", typeof(DeliveryOutcome.Rejected))]
    [TestCase("AE", "ERR|||207^^HL70357|E\r", typeof(DeliveryOutcome.Unavailable))]
    [TestCase("CE", "ERR|||206^^HL70357|E\r", typeof(DeliveryOutcome.Unavailable))]
    [TestCase("XX", "", typeof(DeliveryOutcome.Unknown))]
    public async Task Should_take_the_acknowledgement_for_what_it_says(string code, string rest, Type outcome, CancellationToken cancellationToken)
    {
        using var peer = new ScriptedPeer();
        await using var endpoint = Endpoint(peer.Port);
        var serving = peer.ServeAsync(async (stream, read) =>
        {
            await read();
            await stream.WriteAsync(ScriptedPeer.Acknowledge(code, "1", rest), cancellationToken);
        }, cancellationToken);
        Assert.That(await endpoint.DeliverAsync(Request("1"), cancellationToken), Is.InstanceOf(outcome));
        await serving;
    }

    [Test]
    public async Task Should_try_a_commit_reject_again_when_the_site_says_so(CancellationToken cancellationToken)
    {
        using var peer = new ScriptedPeer();
        await using var endpoint = Endpoint(peer.Port, settings => settings with { CommitRejectIsFinal = false });
        var serving = peer.ServeAsync(async (stream, read) =>
        {
            await read();
            await stream.WriteAsync(ScriptedPeer.Acknowledge("CR", "1"), cancellationToken);
        }, cancellationToken);
        Assert.That(await endpoint.DeliverAsync(Request("1"), cancellationToken), Is.InstanceOf<DeliveryOutcome.Unavailable>());
        await serving;
    }

    [Test]
    public async Task Should_wait_for_the_application_acknowledgement_when_the_site_says_so(CancellationToken cancellationToken)
    {
        using var peer = new ScriptedPeer();
        await using var endpoint = Endpoint(peer.Port, settings => settings with { WaitForApplication = true });
        var serving = peer.ServeAsync(async (stream, read) =>
        {
            await read();
            await stream.WriteAsync(ScriptedPeer.Acknowledge("CA", "1").Concat(ScriptedPeer.Acknowledge("AE", "1")).ToArray(), cancellationToken);
        }, cancellationToken);
        Assert.That(await endpoint.DeliverAsync(Request("1"), cancellationToken), Is.InstanceOf<DeliveryOutcome.Rejected>());
        await serving;
    }

    [Test]
    public async Task Should_not_take_a_late_acknowledgement_for_the_next_message(CancellationToken cancellationToken)
    {
        using var peer = new ScriptedPeer();
        await using var endpoint = Endpoint(peer.Port);
        var timedOut = new TaskCompletionSource();
        var first = peer.ServeAsync(async (stream, read) =>
        {
            await read();
            await timedOut.Task;
            await stream.WriteAsync(ScriptedPeer.Acknowledge("AA", "1"), cancellationToken);
        }, cancellationToken);
        Assert.That(await endpoint.DeliverAsync(Request("1") with { Timeout = TimeSpan.FromMilliseconds(50) }, cancellationToken), Is.InstanceOf<DeliveryOutcome.Unknown>());
        timedOut.SetResult();
        await first.ContinueWith(_ => { }, CancellationToken.None);

        var second = peer.ServeAsync(async (stream, read) =>
        {
            await read();
            await stream.WriteAsync(ScriptedPeer.Acknowledge("AE", "2"), cancellationToken);
        }, cancellationToken);
        Assert.That(await endpoint.DeliverAsync(Request("2"), cancellationToken), Is.InstanceOf<DeliveryOutcome.Rejected>());
        await second;
    }

    [Test]
    public async Task Should_not_accept_an_acknowledgement_for_another_message(CancellationToken cancellationToken)
    {
        using var peer = new ScriptedPeer();
        await using var endpoint = Endpoint(peer.Port);
        var serving = peer.ServeAsync(async (stream, read) =>
        {
            await read();
            await stream.WriteAsync(ScriptedPeer.Acknowledge("AA", "OTHER"), cancellationToken);
        }, cancellationToken);
        var outcome = await endpoint.DeliverAsync(Request("1"), cancellationToken);
        Assert.That((outcome as DeliveryOutcome.Unknown)?.Cause.Code, Is.EqualTo(MllpCodes.OtherControlId));
        await serving;
    }

    [Test]
    public async Task Should_connect_again_after_the_peer_closed_a_kept_connection(CancellationToken cancellationToken)
    {
        using var peer = new ScriptedPeer();
        await using var endpoint = Endpoint(peer.Port);
        foreach (var id in new[] { "1", "2", "3" })
        {
            var serving = peer.ServeAsync(async (stream, read) =>
            {
                await read();
                await stream.WriteAsync(ScriptedPeer.Acknowledge("AA", id), cancellationToken);
            }, cancellationToken);
            Assert.That(await endpoint.DeliverAsync(Request(id), cancellationToken), Is.InstanceOf<DeliveryOutcome.Delivered>());
            await serving;
        }
    }

    [Test]
    public async Task Should_be_understood_by_the_server_of_simple_hl7(CancellationToken cancellationToken)
    {
        using var server = Peer.StartNode("mllp-simple-hl7-server.cjs");
        try
        {
            var port = int.Parse((await server.StandardOutput.ReadLineAsync(cancellationToken))!, System.Globalization.CultureInfo.InvariantCulture);
            await using var endpoint = Endpoint(port);
            Assert.That(await endpoint.DeliverAsync(Request("PEER7"), cancellationToken), Is.InstanceOf<DeliveryOutcome.Delivered>());
            Assert.That(await server.StandardOutput.ReadLineAsync(cancellationToken), Is.EqualTo("PEER7"));
        }
        finally
        {
            server.Kill();
        }
    }

    private static MllpEndpoint Endpoint(int port, Func<MllpEndpointSettings, MllpEndpointSettings>? change = null)
    {
        var settings = new MllpEndpointSettings { Name = "gap-return", Host = "127.0.0.1", Port = port };
        return new(change?.Invoke(settings) ?? settings, TimeProvider.System);
    }

    private static DeliveryRequest Request(string controlId) =>
        new(controlId, new InlinePayload(Encoding.Latin1.GetBytes(MllpSite.Message(controlId))), 1, Patience);
}
