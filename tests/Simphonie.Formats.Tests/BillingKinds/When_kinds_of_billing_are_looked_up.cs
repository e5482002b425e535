using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Schemas;
using Simphonie.Formats.BillingKinds;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.BillingKinds;

public sealed class When_kinds_of_billing_are_looked_up
{
    private const string Head = "schema: b2-kinds/it\nversion: \"1\"\neffective: 2020-01-01\nsource: test\nstatus: site\nkinds: |\n";

    [TestCase("CS", "AMO", "mco", "2026-01-04", "ace-mco", true)]
    [TestCase("CS", "AMO", "ssr", "2026-01-04", "ace-ssr", true)]
    [TestCase("CS ATU", "AMO", "mco", "2026-01-04", "forfait", true, TestName = "what goes with a flat rate is of its kind")]
    [TestCase("FU0", "AMO", "mco", "2026-01-04", "forfait", true)]
    [TestCase("ATU", "AMO", "mco", "2016-06-01", "forfait", false, TestName = "flat rates of the insured were paid otherwise")]
    [TestCase("ATU", "AME", "mco", "2016-06-01", "forfait", true, TestName = "those of AME were billed")]
    [TestCase("GHS", "AMO", "mco", "2022-02-28", "stay", false)]
    [TestCase("GHS", "AMO", "mco", "2022-03-01", "stay", true)]
    public void Should_find_them_in_the_shipped_table(string acts, string cover, string site, string day, string kind, bool individual)
    {
        var findings = new DiagnosticBag();
        var table = (IBillingKinds)new BillingKindLoader().Load(Path.Combine(FhirTestFiles.Root, "schemas", "b2", "kinds-hub-1.yaml"), findings)!;

        Assert.That(findings, Is.Empty);
        Assert.That(table.Header.Status, Is.EqualTo(SchemaStatus.HubProfile));
        Assert.That(table.Find(acts.Split(' '), [cover], [site], DateOnly.Parse(day, null)), Is.EqualTo(new BillingKind(kind, individual)));
    }

    [Test]
    public void Should_find_none_outside_of_all_rows()
    {
        var table = (IBillingKinds)Load("  2020-01-01 | 2020-12-31 | CS | * | 750000010 | ace | individual\n", new())!;

        Assert.That(table.Find(["CS"], [], ["750000010"], new(2020, 12, 31)), Is.EqualTo(new BillingKind("ace", true)));
        Assert.That(table.Find(["CS"], [], ["750000010"], new(2021, 1, 1)), Is.Null);
        Assert.That(table.Find(["CS"], [], ["750000028"], new(2020, 12, 31)), Is.Null);
        Assert.That(table.Find(["CSC"], [], ["750000010"], new(2020, 12, 31)), Is.Null);
    }

    [TestCase("  2020-01-01 | - | CS | * | * | ace\n", "it.yaml(7,3)")]
    [TestCase("  2020-13-01 | - | CS | * | * | ace | individual\n", "it.yaml(7,3)")]
    [TestCase("  2020-01-01 | 2019-12-31 | CS | * | * | ace | individual\n", "it.yaml(7,3)")]
    [TestCase("  2020-01-01 | - | CS | * | * | ace | sometimes\n", "it.yaml(7,3)")]
    [TestCase("  2020-01-01 | - | * | * | * | ace | individual\n  2021-01-01 | - | CS | * | * | other | individual\n", "it.yaml(8,3)")]
    public void Should_tell_what_is_wrong_with_line_and_column(string rows, string place)
    {
        var findings = new DiagnosticBag();

        Assert.That(Load(rows, findings), Is.Null);
        Assert.That(findings.Single().Place.ToString(), Is.EqualTo(place));
        Assert.That(findings.Single().Code, Is.EqualTo(BillingKindCodes.BadEntry));
    }

    private static ISchema? Load(string rows, DiagnosticBag findings) => new BillingKindLoader().Load("it.yaml", _ => new MemoryStream(Encoding.UTF8.GetBytes(Head + rows)), findings);
}
