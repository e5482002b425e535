using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Tests.Noemie.Schemas;

public sealed class When_a_schema_file_is_bad
{
    [TestCase("blocks: 128 0 1", "blocks: 128 0 0", "two flags")]
    [TestCase("  999 trailer\n", "", "no 999")]
    [TestCase("15-22 N F paid Montant AMO payé", "15-22 N F payed Montant AMO payé", "198 has no field 'paid'")]
    [TestCase("198 amoPart amount paid sign", "198 amoPart amount due sign", "no field 'due'")]
    [TestCase("261 oneOffPayment unit, amount amount", "261 oneOffPayment unit, sum amount", "none of group, unit, amount")]
    [TestCase("6-22 N O number Numéro d'archivage", "6-22 N O lot Numéro d'archivage", "name of an entity")]
    [TestCase("  160 archive\n", "  16 archive\n", "number of three digits")]
    [TestCase("status: hub-profile", "status: official", "status")]
    public void Should_say_what_is_wrong_with_it(string written, string instead, string expected)
    {
        var text = File.ReadAllText(NoemieFiles.SchemaPath);
        Assume.That(text, Does.Contain(written));
        var findings = new DiagnosticBag();

        var schema = new NoemieSchemaLoader().Load("noemie/ps.yaml", _ => new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(written, instead, StringComparison.Ordinal))), findings);

        Assert.That(schema, Is.Null);
        Assert.That(findings.Select(finding => finding.Text), Has.Some.Contain(expected));
        Assert.That(findings, Has.All.Matches<Diagnostic>(finding => finding.Place.File == "noemie/ps.yaml"));
    }

    [TestCase("schemas/noemie/ps.yaml", true)]
    [TestCase("schemas/b2/ps.yaml", false)]
    [TestCase("schemas/noemie/ps.tsv", false)]
    public void Should_take_only_files_of_its_own_folder(string path, bool expected) => Assert.That(new NoemieSchemaLoader().CanLoad(path), Is.EqualTo(expected));
}
