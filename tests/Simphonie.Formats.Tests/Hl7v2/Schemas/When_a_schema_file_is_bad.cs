using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Tests.Hl7v2.Schemas;

public sealed class When_a_schema_file_is_bad
{
    private const string Head = "schema: hl7v2/site\nversion: \"1\"\neffective: 2026-01-01\nsource: a test\nstatus: site\n";

    private static (ISchema? Schema, string[] Findings) Load(string text)
    {
        var findings = new DiagnosticBag();
        var schema = new Hl7SchemaLoader().Load("site.yaml", path => path == "site.yaml" ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null, findings);
        return (schema, [.. findings.Select(finding => $"{finding.Place} {finding.Code}")]);
    }

    [Test]
    public void Should_load_a_good_one()
    {
        var (schema, findings) = Load(Head + "segments:\n  ZZ1: |\n    A local segment\n    1 ST R 1..1 20 - - Name\n    3 NM O 0..* - - - Amount | only for tests\n");
        Assert.Multiple(() =>
        {
            Assert.That(findings, Is.Empty);
            Assert.That(schema!.Header, Is.EqualTo(new SchemaHeader("hl7v2/site", "1", new DateOnly(2026, 1, 1), "a test", SchemaStatus.Site)));
            Assert.That(schema.TryGetElement("ZZ1", "ZZ1-1", out var element) && element is { Min: 1, Max: 1 }, Is.True);
            Assert.That(schema.TryGetElement("ZZ1", "ZZ1-2", out _), Is.False);
        });
    }

    [TestCase("", "site.yaml(1,1) SIM2050")]
    [TestCase("- a\n", "site.yaml(1,1) SIM2050")]
    [TestCase("a: [\n", "site.yaml(2,1) SIM2050")]
    [TestCase(Head + "base: other.yaml\n", "other.yaml SIM2050")]
    [TestCase(Head + "base: ../../etc/passwd\n", "passwd SIM2050")]
    [TestCase(Head + "segments:\n  ZZ1: |\n    1 ST R 1..1 20 -\n", "site.yaml(8,5) SIM2051")]
    [TestCase(Head + "segments:\n  ZZ1: |\n    0 ST R 1..1 20 - - Name\n", "site.yaml(8,5) SIM2051")]
    [TestCase(Head + "segments:\n  ZZ1: |\n    1 ST Q 1..1 20 - - Name\n", "site.yaml(8,10) SIM2051")]
    [TestCase(Head + "segments:\n  ZZ1: |\n    1 ST R many 20 - - Name\n", "site.yaml(8,10) SIM2051")]
    [TestCase(Head + "segments:\n  LONG: |\n    1 ST R 1..1 20 - - Name\n", "site.yaml(7,9) SIM2051")]
    [TestCase(Head + "segments: none\n", "site.yaml(6,11) SIM2051")]
    [TestCase(Head + "structures: |\n  ADT_X01 MSH [PID\n", "site.yaml(7,19) SIM2051")]
    [TestCase(Head + "events: |\n  A01; ADT_A01\n", "site.yaml(7,3) SIM2051")]
    [TestCase(Head + "tables:\n  \"0001\": |\n    M; XX; 1; Male\n", "site.yaml(8,5) SIM2051")]
    [TestCase(Head + "rules: |\n  error PID-3 wanted\n", "site.yaml(7,3) SIM2051")]
    [TestCase(Head + "keys: |\n  ipp PID-3\n", "site.yaml(7,3) SIM2051")]
    [TestCase("schema: a\nversion: \"1\"\neffective: soon\nsource: x\nstatus: site\n", "site.yaml(1,1) SIM2051")]
    [TestCase("schema: a\nversion: \"1\"\neffective: 2026-01-01\nsource: x\nstatus: official\n", "site.yaml(1,1) SIM2051")]
    public void Should_say_where(string text, string expected)
    {
        var (schema, findings) = Load(text);
        Assert.Multiple(() =>
        {
            Assert.That(schema, Is.Null);
            Assert.That(findings, Does.Contain(expected));
        });
    }

    [TestCase("schemas/hl7v2/pam-fr-2.11.yaml", true)]
    [TestCase("schemas/hl7v2/notes.md", false)]
    [TestCase("schemas/fhir/r4.yaml", false)]
    public void Should_know_its_own_files(string path, bool own) => Assert.That(new Hl7SchemaLoader().CanLoad(path), Is.EqualTo(own));
}
