using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2;
using Simphonie.Formats.B2.Validation;

namespace Simphonie.Formats.Tests.B2.Writing;

public sealed class When_an_invoice_is_built
{
    private static readonly B2Format Format = new();

    [Test]
    public void Should_be_the_records_of_the_norm_with_their_totals_counted()
    {
        var (bytes, findings) = Build(Invoice());

        Assert.That(findings, Is.Empty);
        var own = new DiagnosticBag();
        new B2Validator(B2Files.Cp2023, own, B2Extent.Invoice).Run(Encoding.ASCII.GetBytes(bytes), CancellationToken.None);
        Assert.That(own, Is.Empty);
        Assert.That(bytes, Has.Length.EqualTo(4 * 128));
        Assert.That(bytes[128..133], Is.EqualTo("27500"), "the complement stands behind record 2");
        Assert.That(bytes[256..266], Is.EqualTo("3750000010"));
        Assert.That(bytes[(256 + 29)..(256 + 38)], Is.EqualTo("000000101"), "the invoice number is repeated");
        Assert.That(bytes[(384 + 38)..(384 + 57)], Is.EqualTo("0010000255600002045"), "the totals are counted");
    }

    [TestCase("12.345", "SIM2542")]
    [TestCase("100000.00", "SIM2541")]
    [TestCase("-1.00", "SIM2544")]
    [TestCase("much", "SIM2544")]
    [TestCase("99999.99", null)]
    [TestCase("12.5", null)]
    public void Should_take_amounts_in_whole_cents_that_fit(string amount, string? code) =>
        Assert.That(Written("line", "type3", "prixUnitaire", Value.OfDecimalText(amount)), Is.EqualTo(code));

    [TestCase("É’œ", null)]
    [TestCase("日本", "SIM2543")]
    [TestCase("THIS NAME IS MUCH LONGER THAN 25", "SIM2541")]
    public void Should_put_names_to_ascii_and_cut_nothing_off(string name, string? code) =>
        Assert.That(Written(null, "type2B", "nom", Value.Of(name)), Is.EqualTo(code));

    [TestCase("2026-01-02", null)]
    [TestCase("2026-01", "SIM2544")]
    [TestCase("2026-02-30", "SIM2544")]
    [TestCase("1960-01-02", "SIM2541")]
    public void Should_take_days_that_read_back_as_they_were(string day, string? code) =>
        Assert.That(Written(null, "type2", "dateEntree", Value.OfDate(day)), Is.EqualTo(code));

    [TestCase("1960-01-02", "600102")]
    [TestCase("1970-25-00", "702500")]
    public void Should_take_births_of_any_century_and_lunar_ones(string birth, string written)
    {
        var builder = Invoice();
        builder.Set(builder.Child(builder.Child(builder.Root, "type2"), "dateNaissance"), Value.Of(birth));

        Assert.That(Build(builder).Bytes[95..101], Is.EqualTo(written));
    }

    [Test]
    public void Should_refuse_a_total_that_is_not_that_of_the_lines()
    {
        var builder = Invoice();
        builder.Set(builder.Child(builder.Child(builder.Root, "type5"), "totalBase"), Value.OfDecimalText("25.57"));

        Assert.That(Build(builder).Findings.Select(finding => $"{finding.Code.Id} {finding.Place.Path}"), Is.EqualTo(new[] { "SIM2546 type5.totalBase" }));
    }

    [Test]
    public void Should_refuse_totals_that_do_not_fit()
    {
        var builder = Invoice();
        for (var line = 0; line < 2; line++)
        {
            var record = builder.Child(builder.Append(builder.Root, "line"), "type3");
            builder.Set(builder.Child(record, "montantTotal"), Value.OfDecimalText("999999.99"));
        }

        Assert.That(Build(builder).Findings.Select(finding => finding.Code.Id), Does.Contain("SIM2541"));
    }

    [Test]
    public void Should_say_what_is_missing_and_what_has_no_place()
    {
        var builder = Format.CreateBuilder(B2Files.Cp2023, "Invoice");
        builder.Set(builder.Child(builder.Child(builder.Root, "type2"), "nothing"), Value.Of("1"));
        builder.Child(builder.Root, "type6");

        var codes = Build(builder).Findings.Select(finding => finding.Code.Id).ToList();
        Assert.That(codes, Does.Contain("SIM2540").And.Contain("SIM2547"));
    }

    [Test]
    public void Should_copy_invoices_byte_for_byte()
    {
        var source = Format.Read(SampleFile.Bytes("\n"), B2Files.Cp2023);
        var builder = Format.CreateBuilder(B2Files.Cp2023, "Invoice");
        var invoice = Reading.When_a_file_is_looked_into.Child(Reading.When_a_file_is_looked_into.Child(source.Root, "lot"), "invoice");
        builder.Copy(builder.Root, invoice);

        var (bytes, findings) = Build(builder);
        Assert.That(findings, Is.Empty);
        Assert.That(bytes, Is.EqualTo(string.Concat(SampleFile.Records[2..9])));
    }

    private static string? Written(string? group, string record, string field, Value value)
    {
        var builder = Invoice();
        var owner = group is null ? builder.Root : builder.Child(builder.Root, group);
        builder.Set(builder.Child(builder.Child(owner, record), field), value);
        return Build(builder).Findings.Select(finding => finding.Code.Id).FirstOrDefault();
    }

    private static (string Bytes, DiagnosticBag Findings) Build(IDocumentBuilder builder)
    {
        var findings = new DiagnosticBag();
        var buffer = new ArrayBufferWriter<byte>();
        Format.Write(builder.Build(findings), buffer);
        return (Encoding.ASCII.GetString(buffer.WrittenSpan), findings);
    }

    private static IDocumentBuilder Invoice()
    {
        var builder = Format.CreateBuilder(B2Files.Cp2023, "Invoice");
        Fill(builder, builder.Child(builder.Child(builder.Root, "line"), "type3"), ("modeTraitement", "07"), ("discipline", "110"), ("dateDebut", "2026-01-02"), ("dateFin", "2026-01-02"), ("codeActe", "ATU"), ("quantite", "1"), ("coefficient", "1"), ("prixUnitaire", "25.56"), ("baseRemboursement", "25.56"), ("taux", "80"), ("montantAmo", "20.45"), ("montantTotal", "25.56"), ("montantAmc", "5.11"));
        Fill(builder, builder.Child(builder.Root, "type2"), ("finess", "750000010"), ("numeroAssure", "297022A020778"), ("cleAssure", "78"), ("rangBeneficiaire", "1"), ("numeroFacture", "101"), ("natureOperation", "1"), ("grandRegime", "01"), ("caisseGestionnaire", "751"), ("centreGestionnaire", "0"), ("naturePieceDroits", "1"), ("natureAssurance", "10"), ("exoneration", "0"), ("dateNaissance", "1997-02-26"), ("dateEntree", "2026-01-02"), ("dateSortie", "2026-01-02"), ("heureSortie", "11"));
        Fill(builder, builder.Child(builder.Root, "type2B"), ("qualiteBeneficiaire", "A"), ("civilite", "2"), ("nom", "ADRTROIS"), ("prenom", "Dominique"));
        return builder;
    }

    private static void Fill(IDocumentBuilder builder, long record, params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values)
        {
            builder.Set(builder.Child(record, field), Value.Of(value));
        }
    }
}
