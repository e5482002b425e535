using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Rejections;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.Rejections;

public sealed class When_a_list_of_reasons_is_loaded
{
    private const string Head = "schema: rejections/it\nversion: \"1\"\neffective: 2020-01-01\nsource: test\nstatus: site\nreasons: |\n";

    [Test]
    public void Should_know_the_codes_of_the_shipped_list_and_no_others()
    {
        var findings = new DiagnosticBag();
        var list = (IRejectionList)new RejectionListLoader().Load(Path.Combine(FhirTestFiles.Root, "schemas", "rejections", "noemie-hub-1.yaml"), findings)!;

        Assert.That(findings, Is.Empty);
        Assert.That(list.Header.Status, Is.EqualTo(SchemaStatus.HubProfile));
        Assert.That(list.Find("0101"), Has.Property(nameof(RejectionReason.Family)).EqualTo("rights"));
        Assert.That(list.Find("101"), Is.EqualTo(list.Find("0101")), "zeros on the left say nothing");
        Assert.That(list.Find("9999"), Is.Null);
    }

    [TestCase("  1 | a | b | c\n", "it.yaml(7,3)")]
    [TestCase("  1 | a | b | c | d\n  01 | a | b | c | d\n", "it.yaml(8,3)")]
    [TestCase("  1 |  | b | c | d\n", "it.yaml(7,3)")]
    public void Should_tell_what_is_wrong_with_line_and_column(string rows, string place)
    {
        var findings = new DiagnosticBag();

        Assert.That(new RejectionListLoader().Load("it.yaml", _ => new MemoryStream(Encoding.UTF8.GetBytes(Head + rows)), findings), Is.Null);
        Assert.That(findings.Single().Place.ToString(), Is.EqualTo(place));
        Assert.That(findings.Single().Code, Is.EqualTo(RejectionCodes.BadEntry));
    }
}
