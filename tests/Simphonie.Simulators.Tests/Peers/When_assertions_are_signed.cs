using System.Security.Cryptography.X509Certificates;
using System.Text;
using Simphonie.Channels.Soap.Assertions;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Channels.Tests.Peers;
using Simphonie.Channels.Tls;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Xml;
using Simphonie.Simulators.Authority;
using Simphonie.Simulators.Tests.Cdri;

namespace Simphonie.Simulators.Tests.Peers;

/// <summary>Our assertions before xmlsec1, those of xmlsec1 before us, and all the ways to be refused.</summary>
public sealed class When_assertions_are_signed
{
    private const string Id = "_11111111-2222-4333-8444-555555555555";

    private const string SignatureTemplate =
        """
        <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><ds:Reference URI="#ID"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data></ds:KeyInfo></ds:Signature>
        """;

    private DemoCertificates _certificates = null!;
    private TlsMaterial _signing = null!;
    private DateTimeOffset _now;

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        _certificates = await CdriStand.AuthorityAsync();
        _signing = TlsMaterial.Load(TlsSettings.Of(_certificates.Professional, password: _certificates.ProfessionalPassword), TimeProvider.System, new DiagnosticBag())!;
        _now = new DateTimeOffset(_signing.Certificate!.NotBefore).AddHours(2);
    }

    [OneTimeTearDown]
    public void End() => _signing.Dispose();

    [TestCase(SoapAuthentication.Ps)]
    [TestCase(SoapAuthentication.Structure)]
    [TestCase(SoapAuthentication.Vihf)]
    public async Task Should_be_verified_by_xmlsec1(SoapAuthentication kind)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"signed-{kind}.xml");
        await File.WriteAllBytesAsync(file, AssertionSigner.Sign(Unsigned(kind), Id, _signing.Certificate!).ToArray());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = Peer.Start("xmlsec1", ["--verify", "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:assertion:Assertion", "--trusted-pem", _certificates.Authority, file]);
        await Peer.RunAsync(process, limit.Token);
    }

    [Test]
    public async Task Should_accept_what_xmlsec1_signed()
    {
        var unsigned = Unsigned(SoapAuthentication.Ps);
        var template = unsigned.Insert(unsigned.IndexOf("<Subject>", StringComparison.Ordinal), SignatureTemplate.Replace("#ID", "#" + Id, StringComparison.Ordinal));
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "template.xml");
        var signed = Path.Combine(TestContext.CurrentContext.WorkDirectory, "xmlsec.xml");
        await File.WriteAllTextAsync(file, template);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = Peer.Start("xmlsec1", ["--sign", "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:assertion:Assertion", "--pkcs12", _certificates.Professional, "--pwd", _certificates.ProfessionalPassword, "--output", signed, file]);
        await Peer.RunAsync(process, limit.Token);
        var text = await File.ReadAllTextAsync(signed);

        Assert.That(Check(text[text.IndexOf("<Assertion", StringComparison.Ordinal)..].Trim()), Is.Null);
    }

    [Test]
    public void Should_accept_its_own_inside_an_envelope_with_other_prefixes() => Assert.That(Check(Signed()), Is.Null);

    [TestCase("<AttributeValue>SA01", "<AttributeValue>SA02")]
    [TestCase("NameQualifier=\"CPS\"", "NameQualifier=\"CPF\"")]
    [TestCase("IssueInstant=\"2", "IssueInstant=\"3")]
    public void Should_refuse_one_that_was_changed(string from, string to)
    {
        var changed = Signed().Replace(from, to, StringComparison.Ordinal);

        Assert.That(changed, Is.Not.EqualTo(Signed()));
        Assert.That(Check(changed), Is.Not.Null);
    }

    [Test]
    public void Should_refuse_one_without_a_signature() => Assert.That(Check(Unsigned(SoapAuthentication.Ps)), Is.Not.Null);

    [Test]
    public void Should_refuse_a_signature_that_speaks_of_another_element()
    {
        // wrapping: the signed assertion is hidden inside one that says something else
        var wrapped = Unsigned(SoapAuthentication.Ps).Replace(Id, "_evil", StringComparison.Ordinal).Replace("<Subject>", Signature(Signed()) + "<Subject>", StringComparison.Ordinal)
            .Replace("</Assertion>", $"<Advice>{Signed()}</Advice></Assertion>", StringComparison.Ordinal);

        Assert.That(Check(wrapped), Is.Not.Null);
    }

    [TestCase(61)]
    [TestCase(-6)]
    public void Should_refuse_one_that_is_too_old_or_of_the_future(int minutes)
    {
        Assert.That(Check(Signed(), minutes), Is.Not.Null);
    }

    [TestCase(60)]
    [TestCase(-5)]
    public void Should_accept_one_within_the_limits(int minutes) => Assert.That(Check(Signed(), minutes), Is.Null);

    [Test]
    public void Should_refuse_one_of_an_authority_that_is_not_trusted() => Assert.That(Check(Signed(), trusted: false), Is.Not.Null);

    [Test]
    public void Should_refuse_an_issuer_that_is_not_the_signer() =>
        Assert.That(Check(Encoding.UTF8.GetString(AssertionSigner.Sign(Unsigned(SoapAuthentication.Ps).Replace("CN=" + DemoAuthority.ProfessionalId, "CN=899900000009", StringComparison.Ordinal), Id, _signing.Certificate!).Span)), Is.Not.Null);

    [Test]
    public void Should_give_the_same_bytes_until_it_is_time_to_renew()
    {
        var time = new Clock(_now);
        using var signing = TlsMaterial.Load(_signing.Settings, time, new DiagnosticBag())!;
        using var source = new SignedAssertionSource(Request(SoapAuthentication.Ps), AssertionRules.Default, signing, time, "seed");
        var first = source.Get()!.Value.ToArray();
        time.Now += TimeSpan.FromMinutes(49);
        Assert.That(source.Get()!.Value.ToArray(), Is.EqualTo(first));

        time.Now += TimeSpan.FromMinutes(2);
        Assert.That(source.Get()!.Value.ToArray(), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Should_give_a_ready_assertion_byte_for_byte_while_it_is_recent()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "ready.xml");
        await File.WriteAllTextAsync(file, Signed() + "\n");
        var time = new Clock(_now);
        using var source = new ReadyAssertionSource(file, AssertionRules.Default, time);

        Assert.That(Encoding.UTF8.GetString(source.Get()!.Value.Span), Is.EqualTo(Signed()));
        time.Now += TimeSpan.FromMinutes(61);
        Assert.That(source.Get(), Is.Null);
    }

    private Diagnostic? Check(string assertion, int minutesLater = 0, bool trusted = true)
    {
        var time = new Clock(_now.AddMinutes(minutesLater));
        var authorities = new X509Certificate2Collection();
        if (trusted)
        {
            authorities.ImportFromPemFile(_certificates.Authority);
        }

        var profile = (SoapProfile)new SoapProfileLoader().Load(Path.Combine(CdriStand.Root(), "schemas", "soap", "cdri-hub-ps.profile.yaml"), new DiagnosticBag())!;
        var text = $"<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:other=\"urn:other\"><e:Header><w:Security xmlns:w=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">{assertion}</w:Security></e:Header><e:Body><a/></e:Body></e:Envelope>";
        var gate = new AssertionGate(new AssertionVerifier(profile, authorities, time), time);
        var envelope = SoapEnvelope.Read(Encoding.UTF8.GetBytes(text), XmlLimits.Default)!;
        var first = gate.Check(envelope);
        Assert.That(gate.Check(envelope)?.Code, Is.EqualTo(first?.Code), "a remembered verdict is the same");
        return first;
    }

    private string Signed() => Encoding.UTF8.GetString(AssertionSigner.Sign(Unsigned(SoapAuthentication.Ps), Id, _signing.Certificate!).Span);

    private string Unsigned(SoapAuthentication kind) => AssertionWriter.Write(Request(kind), Id, _now, TimeSpan.FromHours(1));

    private AssertionRequest Request(SoapAuthentication kind) => new()
    {
        Kind = kind,
        Issuer = _signing.Certificate!.SubjectName.Name,
        Subject = DemoAuthority.ProfessionalId,
        Qualifier = "CPS",
        Recipient = "urn:test:sp",
        Audience = "urn:test:service",
        Attributes = [new("identifiantFacturation", [DemoAuthority.Finess]), new("secteurActivite", ["SA01"])],
    };

    private static string Signature(string signed)
    {
        var start = signed.IndexOf("<Signature", StringComparison.Ordinal);
        return signed[start..(signed.IndexOf("</Signature>", StringComparison.Ordinal) + "</Signature>".Length)];
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
