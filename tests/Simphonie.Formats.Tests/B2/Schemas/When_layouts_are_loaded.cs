using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.Tests.B2.Schemas;

public sealed class When_layouts_are_loaded
{
    [Test]
    public void Should_have_every_record_of_norm_CP_and_the_general_ones() => Assert.That(
        B2Files.Cp2007.Layouts.All.Select(layout => layout.Name).Order(StringComparer.Ordinal),
        Is.EqualTo("000 1 2 2B 2C 2CP 2M 2P 2S 2SCP 3 3F 3H 3S 4 4B 4C 4CP 4F 4H 4M 4S 5 5CP 6 999".Split(' ')));

    [Test]
    public void Should_fill_each_record_without_gaps()
    {
        foreach (var layout in B2Files.Cp2007.Layouts.All.Concat(B2Files.Cp2023.Layouts.All))
        {
            Assert.That(layout.Record.Length, Is.EqualTo(128), layout.Name);
            Assert.That(layout.Record.Fields.Sum(field => field.Length), Is.EqualTo(128), layout.Name);
            Assert.That(layout.Record.Fields.Where(field => !field.IsFiller).Select(field => field.Name), Is.Unique, layout.Name);
        }
    }

    [TestCase("2CP", "numeroFacture", 30, 38)]
    [TestCase("2SCP", "complementTitre", 42, 47)]
    [TestCase("4CP", "executant", 57, 65)]
    [TestCase("5CP", "totalHospitalier", 115, 122)]
    [TestCase("6", "marquage", 55, 55)]
    [TestCase("999", "nombreEnregistrements", 56, 63)]
    [TestCase("2", "numeroFacture", 27, 35)]
    public void Should_put_fields_where_the_norm_does(string record, string field, int from, int to)
    {
        var found = B2Files.Cp2007.Layouts[record]!.Record.Field(field)!;

        Assert.That((found.From, found.To), Is.EqualTo((from, to)));
    }

    [TestCase("2", ' ', ' ', true, "2CP")]
    [TestCase("2", ' ', ' ', false, "2")]
    [TestCase("2", ' ', 'S', true, "2SCP")]
    [TestCase("2", 'S', ' ', true, "2S")]
    [TestCase("2", 'M', 'S', true, "2M")]
    [TestCase("3", ' ', ' ', true, "3")]
    [TestCase("3", ' ', 'S', true, "3S")]
    [TestCase("3", ' ', 'S', false, "3S")]
    [TestCase("4", 'M', ' ', true, "4M")]
    [TestCase("4", ' ', ' ', false, "4")]
    [TestCase("5", 'S', 'S', true, "5CP")]
    [TestCase("5", ' ', ' ', false, "5")]
    [TestCase("4", 'Z', ' ', true, null)]
    [TestCase("4", ' ', 'S', true, null)]
    [TestCase("7", ' ', ' ', true, null)]
    [TestCase("001", ' ', ' ', true, null)]
    public void Should_tell_records_by_their_letters(string start, char at36, char at39, bool cp, string? expected)
    {
        var record = System.Text.Encoding.ASCII.GetBytes(SampleFile.At((1, start), (36, at36.ToString()), (39, at39.ToString())));

        Assert.That(B2Files.Cp2007.Layouts.Of(record, cp)?.Name, Is.EqualTo(expected));
    }

    [Test]
    public void Should_put_the_overlay_over_its_base()
    {
        Assert.That(B2Files.Cp2007.Layouts["2SCP"]!.Record.Field("parcoursSoins"), Is.Null);
        Assert.That(B2Files.Cp2023.Layouts["2SCP"]!.Record.Field("parcoursSoins")!.From, Is.EqualTo(121));
        Assert.That(B2Files.Cp2007.Layouts["3F"]!.Record.Field("codeLpp2"), Is.Not.Null);
        Assert.That(B2Files.Cp2023.Layouts["3F"]!.Record.Field("codeLpp2"), Is.Null);
        Assert.That(B2Files.Cp2023.Layouts["3H"]!.Record.Field("coefficientFractionnement")!.Decimals, Is.EqualTo(4));
        Assert.That(B2Files.Cp2023.Header.Effective, Is.GreaterThan(B2Files.Cp2007.Header.Effective));
    }

    [Test]
    public void Should_take_a_civility_of_2023_for_odd_in_2007()
    {
        var file = SampleFile.With(4, 121, "A");

        Assert.That(B2Files.Findings(file), Is.Empty);
        Assert.That(B2Files.Findings(file, B2Files.Cp2007).Select(finding => finding.Code.Id), Is.EqualTo(new[] { "SIM2514" }));
    }

    [TestCase("1-3 N O a A\n    5-128 A F b B", "leave a gap")]
    [TestCase("1-3 N O a A | codes nothing\n    4-128 A F b B", "is not a mark")]
    [TestCase("1-3 X O a A", "a field has a row")]
    [TestCase("1-100 A O a A", "is not 128 characters")]
    public void Should_say_what_is_wrong_with_a_row(string rows, string text)
    {
        var yaml = $"schema: b2/x\nversion: \"1\"\neffective: 2020-01-01\nsource: test\nstatus: site\nnorm: CP\nrecords:\n  1: |\n    {rows}\n";
        var findings = new DiagnosticBag();

        Assert.That(new B2SchemaLoader().Load("b2/cp-x.yaml", _ => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(yaml)), findings), Is.Null);
        Assert.That(findings.Select(finding => finding.Text), Has.Some.Contains(text));
    }
}
