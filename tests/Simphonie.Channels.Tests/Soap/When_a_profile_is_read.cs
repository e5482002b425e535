using System.Text;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Channels.Tests.Soap;

public sealed class When_a_profile_is_read
{
    private static readonly string File = Path.Combine(SoapParts.Root(), "schemas", "soap", "cdri-hub.profile.yaml");

    [Test]
    public void Should_never_call_the_shipped_profiles_official()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(SoapParts.Root(), "schemas", "soap"), "*.profile.yaml"))
        {
            var profile = (SoapProfile)new SoapProfileLoader().Load(path, new DiagnosticBag())!;
            Assert.That(profile.Header.Status, Is.EqualTo(SchemaStatus.HubProfile));
            Assert.That(profile.Schema!.TargetNamespace, Does.StartWith("urn:simphonie-hub:"));
            Assert.That(profile.Operations.Select(operation => operation.Action), Is.All.StartsWith("urn:simphonie-hub:"));
        }
    }

    [Test]
    public void Should_read_the_shipped_profile()
    {
        var profile = SoapParts.Profile();

        Assert.Multiple(() =>
        {
            Assert.That(profile.Header.Id, Is.EqualTo("soap/cdri-hub"));
            Assert.That(profile.Version, Is.EqualTo(SoapVersion.V12));
            Assert.That(profile.Authentication, Is.EqualTo(SoapAuthentication.MutualTls));
            Assert.That(profile.Headers, Is.EqualTo(new[] { HeaderBlock.Security, HeaderBlock.Bam, HeaderBlock.Lps, HeaderBlock.Addressing }));
            Assert.That(profile.Assertion, Is.EqualTo(AssertionRules.Default));
        });
    }

    [Test]
    public void Should_read_it_from_elsewhere_too()
    {
        var opened = new List<string>();
        var profile = new SoapProfileLoader().Load(File, path =>
        {
            opened.Add(Path.GetFileName(path));
            return System.IO.File.OpenRead(path);
        }, new DiagnosticBag());

        Assert.That(profile, Is.Not.Null);
        Assert.That(opened, Is.EqualTo(new[] { "cdri-hub.profile.yaml", "cdri-hub-1.xsd" }));
    }

    [TestCase("soap: \"1.2\"", "soap: \"1.3\"")]
    [TestCase("authentication: mutual-tls", "authentication: card")]
    [TestCase("service: CdriHub", "servce: CdriHub")]
    [TestCase("request: Requete", "request: Question")]
    [TestCase("  minutes: 60", "  minutes: sixty")]
    [TestCase("headers: [security", "headers: [sécurité")]
    [TestCase("schema: cdri-hub-1.xsd", "schema: none.xsd")]
    [TestCase("  id: soap/cdri-hub", "")]
    [TestCase("effective: 2020-01-01", "effective: 2020-13-01")]
    [TestCase("profile:", "profile: [")]
    public void Rejects(string from, string to)
    {
        var text = System.IO.File.ReadAllText(File).Replace(from, to, StringComparison.Ordinal);
        var findings = new DiagnosticBag();
        var profile = new SoapProfileLoader().Load(
            File,
            path => path == File ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : System.IO.File.Exists(path) ? System.IO.File.OpenRead(path) : null,
            findings);

        Assert.That(profile, Is.Null);
        Assert.That(findings, Is.Not.Empty);
        Assert.That(findings.Select(finding => finding.Place.File), Is.All.Not.Null);
    }
}
