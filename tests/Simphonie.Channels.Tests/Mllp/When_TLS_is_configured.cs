using System.Net;
using System.Text;
using Simphonie.Channels.Mllp;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>Certificates come from openssl, another implementation than the one that reads them.</summary>
[CancelAfter(60_000)]
public sealed class When_TLS_is_configured
{
    private string _directory = "";

    [OneTimeSetUp]
    public async Task MakeCertificates()
    {
        _directory = Directory.CreateTempSubdirectory("simphonie-tls-").FullName;
        await OpenSslAsync("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj /CN=mllp-test-ca -days 2");
        foreach (var name in new[] { "server", "client" })
        {
            await File.WriteAllTextAsync(Path.Combine(_directory, name + ".ext"), "subjectAltName=IP:127.0.0.1");
            await OpenSslAsync($"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key -out {name}.csr -subj /CN={name}");
            await OpenSslAsync($"x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out {name}.pem -days 2 -extfile {name}.ext");
        }
    }

    [OneTimeTearDown]
    public void RemoveCertificates() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Should_exchange_messages_when_both_sides_prove_who_they_are(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken, settings => settings with { Tls = TlsOptions.Server(Material("server", clientRequired: true)) });
        await using var endpoint = Endpoint(site.Address, Material("client"));
        Assert.That(await DeliverAsync(endpoint, cancellationToken), Is.InstanceOf<DeliveryOutcome.Delivered>());
    }

    [Test]
    public async Task Should_let_nobody_in_without_a_certificate(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken, settings => settings with { Tls = TlsOptions.Server(Material("server", clientRequired: true)) });
        await using var endpoint = Endpoint(site.Address, Material(null));
        Assert.That(await DeliverAsync(endpoint, cancellationToken), Is.Not.InstanceOf<DeliveryOutcome.Delivered>());
        Assert.That(site.Intake.Received, Is.Empty);
    }

    [Test]
    public async Task Should_be_unavailable_when_the_server_speaks_no_TLS(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var endpoint = Endpoint(site.Address, Material("client"));
        Assert.That(await DeliverAsync(endpoint, cancellationToken), Is.InstanceOf<DeliveryOutcome.Unavailable>());
    }

    private static async Task<DeliveryOutcome> DeliverAsync(MllpEndpoint endpoint, CancellationToken cancellationToken) =>
        await endpoint.DeliverAsync(new("1", new InlinePayload(Encoding.Latin1.GetBytes(MllpSite.Message("1"))), 1, TimeSpan.FromSeconds(20)), cancellationToken);

    private static MllpEndpoint Endpoint(IPEndPoint address, TlsMaterial material) => new(
        new() { Name = "tls", Host = "127.0.0.1", Port = address.Port, Tls = TlsOptions.Client(material, "127.0.0.1") }, TimeProvider.System);

    private TlsMaterial Material(string? name, bool clientRequired = false)
    {
        var findings = new DiagnosticBag();
        var settings = TlsSettings.Of(
            name is null ? null : Path.Combine(_directory, name + ".pem"), name is null ? null : Path.Combine(_directory, name + ".key"), null, Path.Combine(_directory, "ca.pem"), clientRequired);
        return TlsMaterial.Load(settings, TimeProvider.System, findings) ?? throw new InvalidOperationException(string.Join('\n', findings));
    }

    private async Task OpenSslAsync(string arguments)
    {
        using var openssl = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("openssl", arguments) { WorkingDirectory = _directory, RedirectStandardError = true })!;
        var error = await openssl.StandardError.ReadToEndAsync();
        await openssl.WaitForExitAsync();
        Assert.That(openssl.ExitCode, Is.Zero, error);
    }
}
