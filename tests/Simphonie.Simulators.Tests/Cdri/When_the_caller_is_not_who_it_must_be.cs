using Simphonie.Core.Channels;

namespace Simphonie.Simulators.Tests.Cdri;

public sealed class When_the_caller_is_not_who_it_must_be
{
    [Test]
    public async Task Should_not_let_in_a_client_without_a_certificate()
    {
        await using var stand = await CdriStand.StartAsync(clientCertificate: false);

        // with TLS 1.3 the client learns of it only after it has written
        Assert.That(await stand.AskAsync("297022A020778", "78", "1997-02-26"), Is.TypeOf<DeliveryOutcome.Unavailable>().Or.TypeOf<DeliveryOutcome.Unknown>());
        Assert.That(stand.Simulator.Counts.Calls, Is.Zero);
    }

    [Test]
    public async Task Should_answer_a_signed_assertion_where_the_profile_asks_for_one()
    {
        await using var stand = await CdriStand.StartAsync("cdri-hub-ps.profile.yaml");

        Assert.That(await stand.AskAsync("297022A020778", "78", "1997-02-26"), Is.TypeOf<DeliveryOutcome.Delivered>());
        Assert.That(await stand.AskAsync("297022A020778", "78", "1997-02-26"), Is.TypeOf<DeliveryOutcome.Delivered>());
    }

    [Test]
    public async Task Should_fault_a_call_without_the_assertion_that_the_profile_asks_for()
    {
        await using var stand = await CdriStand.StartAsync("cdri-hub-ps.profile.yaml");
        await using var plain = CdriStand.Connect(stand.Simulator.Url, Path.Combine(CdriStand.Root(), "schemas", "soap", "cdri-hub.profile.yaml"), stand.Certificates);
        var frozen = plain.Freeze(new FreezeRequest("x", System.Text.Encoding.UTF8.GetBytes(CdriStand.Request("297022A020778", "78", "1997-02-26")), DateTimeOffset.UnixEpoch));
        var outcome = await plain.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new Core.Messages.InlinePayload(frozen.Body), 1, TimeSpan.FromSeconds(30)), CancellationToken.None);

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Rejected>());
        Assert.That(CdriStand.Text(outcome), Does.Contain("hub_401"));
        Assert.That(stand.Simulator.Counts.Calls, Is.Zero);
    }
}
