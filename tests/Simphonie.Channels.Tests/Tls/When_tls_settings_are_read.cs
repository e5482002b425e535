using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simphonie.Channels.Tls;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tests.Tls;

public sealed class When_tls_settings_are_read
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private string _directory = null!;

    [OneTimeSetUp]
    public void MakeCertificates()
    {
        _directory = Directory.CreateTempSubdirectory("tls").FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=hub", key, HashAlgorithmName.SHA256).CreateSelfSigned(Start, Start.AddDays(90));
        File.WriteAllText(At("hub.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(At("hub.key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(At("both.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(At("sealed.pem"), key.ExportEncryptedPkcs8PrivateKeyPem("word", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        File.WriteAllBytes(At("hub.p12"), certificate.Export(X509ContentType.Pkcs12, "word"));
    }

    [OneTimeTearDown]
    public void RemoveCertificates() => Directory.Delete(_directory, recursive: true);

    [TestCase("hub.pem", "hub.key.pem", null)]
    [TestCase("both.pem", null, null)]
    [TestCase("hub.pem", "sealed.pem", "word")]
    [TestCase("hub.p12", null, "word")]
    public void Accepts_a_certificate(string certificate, string? key, string? password)
    {
        var (material, findings) = Load(certificate, key, password, Start.AddDays(1));

        Assert.That(findings, Is.Empty);
        Assert.That(material!.Certificate!.HasPrivateKey, Is.True);
        material.Dispose();
    }

    [TestCase("hub.p12", null, "wrong")]
    [TestCase("hub.pem", null, null)]
    [TestCase("none.pem", null, null)]
    public void Rejects_a_certificate_without_telling_the_password(string certificate, string? key, string? password)
    {
        var (material, findings) = Load(certificate, key, password, Start.AddDays(1));

        Assert.That(material, Is.Null);
        Assert.That(findings.Single().Code, Is.EqualTo(TlsCodes.Certificate));
        Assert.That(findings.Single().ToString(), Does.Not.Contain("wrong"));
    }

    [TestCase(1, null)]
    [TestCase(61, "SIM3004")]
    [TestCase(91, "SIM3003")]
    [TestCase(-1, "SIM3003")]
    public void Should_warn_before_a_certificate_expires(int day, string? code)
    {
        var (material, findings) = Load("hub.p12", null, "word", Start.AddDays(day));

        Assert.That(findings.Select(finding => finding.Code.Id), code is null ? Is.Empty : Is.EqualTo(new[] { code }));
        material!.Dispose();
    }

    [Test]
    public void Should_ask_clients_for_certificates_when_authorities_are_given()
    {
        var settings = Parse(Map(("certificate", "hub.p12"), ("authorities", "hub.pem")), inbound: true, out var findings)!;

        Assert.That(findings, Is.Empty);
        Assert.That(settings.ClientRequired, Is.True);
        Assert.That(settings.Authorities, Is.EqualTo(At("hub.pem")));
        Assert.That(settings.Versions, Is.EqualTo(SslProtocols.Tls12 | SslProtocols.Tls13));
    }

    [TestCase("certificat", "hub.p12", true)]
    [TestCase("client", "sometimes", true)]
    [TestCase("client", "required", true)]
    [TestCase("client", "none", false)]
    [TestCase("key", "hub.key.pem", false)]
    [TestCase("versions", "1.1", true)]
    [TestCase("authorities", "hub.pem", true)]
    public void Rejects_settings(string name, string value, bool inbound)
    {
        var map = inbound && name is not ("authorities" or "certificat") ? Map(("certificate", "hub.p12"), (name, value)) : Map((name, value));
        var settings = Parse(map, inbound, out var findings);

        Assert.That(settings, Is.Null);
        Assert.That(findings.Select(finding => finding.Code).Distinct(), Is.EqualTo(new[] { TlsCodes.Setting }));
    }

    [TestCase("off")]
    [TestCase(null)]
    public void Accepts_none(string? text)
    {
        var findings = new DiagnosticBag();

        Assert.That(TlsSettings.Parse(text is null ? null : new Setting.Scalar(text, Place.Whole), _directory, inbound: true, findings), Is.Null);
        Assert.That(findings, Is.Empty);
    }

    private (TlsMaterial? Material, DiagnosticBag Findings) Load(string certificate, string? key, string? password, DateTimeOffset now)
    {
        var findings = new DiagnosticBag();
        return (TlsMaterial.Load(TlsSettings.Of(At(certificate), key is null ? null : At(key), password), new Clock(now), findings), findings);
    }

    private TlsSettings? Parse(Setting setting, bool inbound, out DiagnosticBag findings)
    {
        findings = new DiagnosticBag();
        return TlsSettings.Parse(setting, _directory, inbound, findings);
    }

    private string At(string name) => Path.Combine(_directory, name);

    private static Setting.Map Map(params (string Name, string Value)[] entries) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Name, (Setting)new Setting.Scalar(entry.Value, Place.Whole)))], Place.Whole);

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
