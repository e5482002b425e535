using System.Net;
using System.Text;
using Simphonie.Channels.Mllp;
using Simphonie.Channels.Tests.Contracts;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>What goes wrong with TLS; that it works is what the contract suites show.</summary>
[CancelAfter(60_000)]
public sealed class When_TLS_is_configured
{
    private TestAuthority _authority = null!;

    [OneTimeSetUp]
    public async Task MakeCertificates() => _authority = await TestAuthority.MakeAsync();

    [OneTimeTearDown]
    public void RemoveCertificates() => _authority.Dispose();

    [Test]
    public async Task Should_let_nobody_in_without_a_certificate(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken, settings => settings with { Tls = TlsOptions.Server(_authority.Server(clientRequired: true)) });
        await using var endpoint = Endpoint(site.Address, _authority.Client(certificate: false));
        Assert.That(await DeliverAsync(endpoint, cancellationToken), Is.Not.InstanceOf<DeliveryOutcome.Delivered>());
        Assert.That(site.Intake.Received, Is.Empty);
    }

    [Test]
    public async Task Should_be_unavailable_when_the_server_speaks_no_TLS(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var endpoint = Endpoint(site.Address, _authority.Client(certificate: true));
        Assert.That(await DeliverAsync(endpoint, cancellationToken), Is.InstanceOf<DeliveryOutcome.Unavailable>());
    }

    private static async Task<DeliveryOutcome> DeliverAsync(MllpEndpoint endpoint, CancellationToken cancellationToken) =>
        await endpoint.DeliverAsync(new("1", new InlinePayload(Encoding.Latin1.GetBytes(MllpSite.Message("1"))), 1, TimeSpan.FromSeconds(20)), cancellationToken);

    private static MllpEndpoint Endpoint(IPEndPoint address, TlsMaterial material) => new(
        new() { Name = "tls", Host = "127.0.0.1", Port = address.Port, Tls = TlsOptions.Client(material, "127.0.0.1") }, TimeProvider.System);
}
