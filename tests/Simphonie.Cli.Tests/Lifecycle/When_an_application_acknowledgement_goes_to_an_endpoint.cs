using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Lifecycle;

/// <summary>MSH-16 asks for an application acknowledgement and <c>application_ack</c> of hub.yaml names the endpoint that takes it.</summary>
public sealed class When_an_application_acknowledgement_goes_to_an_endpoint
{
    [Test]
    [CancelAfter(120_000)]
    public async Task Should_follow_when_the_endpoint_is_back(CancellationToken cancellationToken)
    {
        var receiverPort = HubProcess.FreePort();
        await using var site = new TestSite(new Dictionary<string, int> { ["gap-acks"] = receiverPort }, settings: "application_ack: gap-acks");
        await site.StartAsync(cancellationToken);

        using (var wire = await MllpWire.ConnectAsync(site.Port, cancellationToken))
        {
            var accept = await wire.AskAsync(Hl7Text.Movement("A02", "ASKED", "D1", conditions: "|AL|AL"), cancellationToken);
            var plain = await wire.AskAsync(Hl7Text.Movement("A02", "PLAIN", "D1"), cancellationToken);
            Assert.That((Hl7Text.CodeOf(accept), Hl7Text.CodeOf(plain)), Is.EqualTo(("CA", "AA")), "nothing else comes on this connection");
        }

        await site.StopAsync(cancellationToken);
        await using var receiver = new MllpReceiver(receiverPort);
        receiver.Start();
        await site.StartAsync(cancellationToken);
        await receiver.WaitUntilAsync(all => all.Count > 0, cancellationToken);

        var acknowledgement = receiver.Received.Single();
        Assert.That((Hl7Text.CodeOf(acknowledgement), Hl7Text.AnsweredOf(acknowledgement)), Is.EqualTo(("AA", "ASKED")));
        var kept = (await site.RunAsync(cancellationToken, "messages", "list", "--channel", "gap-adt.application-ack", "--json")).Json.Single();
        Assert.That(kept.GetProperty("type").GetString(), Is.EqualTo("ACK^A02"));
    }
}
