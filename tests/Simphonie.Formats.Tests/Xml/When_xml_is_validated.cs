using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Xml;

public sealed class When_xml_is_validated
{
    private static readonly XsdSchema Schema = XmlSamples.CdriSchema();

    [Test]
    public void Accepts_the_published_test_identity() => Assert.That(Validate(XmlSamples.Request), Is.Empty);

    [Test]
    public void Accepts_a_lunar_date() => Assert.That(Validate(XmlSamples.Request.Replace("1997-02-26", "1997-00-42", StringComparison.Ordinal)), Is.Empty);

    [TestCase("<RangdeNaissance>1<", "<RangdeNaissance>10<", "SIM2442", "/Requete/BeneficiaireDeSoins/SituationAdministrativeAMO/RangdeNaissance")]
    [TestCase("<RangdeNaissance>1<", "<RangdeNaissance>x<", "SIM2442", "/Requete/BeneficiaireDeSoins/SituationAdministrativeAMO/RangdeNaissance")]
    [TestCase("2025-03-04", "2025-13-04", "SIM2442", "/Requete/DatedeReference")]
    [TestCase("<Cle>78</Cle>", "", "SIM2441", "/Requete/BeneficiaireDeSoins/Assure/NIRassure")]
    [TestCase("<Cle>78</Cle>", "<Clef>78</Clef>", "SIM2440", "/Requete/BeneficiaireDeSoins/Assure/NIRassure/Clef")]
    [TestCase("<Num>297022A020778</Num>", "", "SIM2440", "/Requete/BeneficiaireDeSoins/Assure/NIRassure/Cle")]
    [TestCase("<DatedeReference>", "<DatedeReference a='1'>", "SIM2443", "/Requete/DatedeReference/@a")]
    [TestCase("urn:simphonie-hub:cdr:1", "urn:cdr", "SIM2444", "/Requete")]
    public void Rejects(string from, string to, string code, string path)
    {
        var findings = Validate(XmlSamples.Request.Replace(from, to, StringComparison.Ordinal));

        Assert.That(findings.Select(finding => (finding.Code.Id, finding.Place.Path)), Does.Contain((code, path)));
    }

    [Test]
    public void Should_never_quote_a_value()
    {
        var findings = Validate(XmlSamples.Request.Replace("297022A020778", "MARKED-VALUE", StringComparison.Ordinal).Replace("<Cle>78", "<Cle>MARKED-KEY", StringComparison.Ordinal));

        Assert.That(findings, Has.Count.EqualTo(2));
        Assert.That(findings.Select(finding => finding.ToString()), Has.None.Contain("MARKED"));
    }

    [Test]
    public void Should_give_the_same_findings_again_with_a_reused_validator()
    {
        var bad = XmlSamples.Request.Replace("<Cle>78</Cle>", "<Clef/>", StringComparison.Ordinal);
        var first = Validate(bad).Select(finding => finding.ToString()).ToList();

        Assert.That(Validate(XmlSamples.Request), Is.Empty);
        Assert.That(Validate(bad).Select(finding => finding.ToString()), Is.EqualTo(first));
    }

    [Test]
    public void Should_validate_from_several_threads()
    {
        var bad = XmlSamples.Request.Replace("2025-03-04", "2025-13-04", StringComparison.Ordinal);
        var counts = new int[200];
        Parallel.For(0, counts.Length, i => counts[i] = Validate(i % 2 == 0 ? XmlSamples.Request : bad).Count);

        Assert.That(counts.Where((_, i) => i % 2 == 0), Is.All.EqualTo(0));
        Assert.That(counts.Where((_, i) => i % 2 == 1), Is.All.EqualTo(1));
    }

    private static DiagnosticBag Validate(string xml)
    {
        var findings = new DiagnosticBag();
        var format = new XmlFormat();
        format.Validate(XmlSamples.Read(xml, Schema), Schema, findings);
        return findings;
    }
}
