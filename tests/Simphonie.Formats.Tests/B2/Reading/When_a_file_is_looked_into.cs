using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2;
using Simphonie.Formats.Tests.FhirPath;

namespace Simphonie.Formats.Tests.B2.Reading;

public sealed class When_a_file_is_looked_into
{
    private static readonly B2Format Format = new();

    [TestCase("")]
    [TestCase("\r\n")]
    public void Should_be_lots_of_invoices_of_lines(string separator)
    {
        var file = Format.Read(SampleFile.Bytes(separator), B2Files.Cp2023);

        Assert.That(file.Findings, Is.Empty);
        Assert.That(Names(file.Root), Is.EqualTo("type000 lot type999"));
        var lot = Child(file.Root, "lot");
        Assert.That(Names(lot), Is.EqualTo("type1 invoice invoice type6"));
        var invoice = Child(lot, "invoice");
        Assert.That(Names(invoice), Is.EqualTo("type2 type2S line line type5"));
        Assert.That(Names(Child(invoice, "line")), Is.EqualTo("type3 type3S"));
    }

    [TestCase("type2", "numeroFacture", "000000101", ValueKind.String)]
    [TestCase("type2", "dateEntree", "2026-01-02", ValueKind.Date)]
    [TestCase("type2", "dateNaissance", "1997-02-26", ValueKind.Date)]
    [TestCase("type2S", "complementTitre", "000100", ValueKind.String)]
    [TestCase("type5", "totalBase", "25.56", ValueKind.Decimal)]
    [TestCase("type5", "nombreLignes", "4", ValueKind.Integer)]
    public void Should_give_values_their_kinds(string record, string field, string text, ValueKind kind)
    {
        var file = Format.Read(SampleFile.Bytes(), B2Files.Cp2023);
        var value = Child(Child(Child(Child(file.Root, "lot"), "invoice"), record), field).Value;

        Assert.That((value.Text, value.Kind), Is.EqualTo((text, kind)));
    }

    [Test]
    public void Should_take_an_invoice_alone()
    {
        var invoice = Format.Read(SampleFile.Of(SampleFile.Records[2..9]), B2Files.Cp2023);

        Assert.That((invoice.Root.Name, invoice.Root.Type), Is.EqualTo(("invoice", "Invoice")));
        Assert.That(Names(invoice.Root), Is.EqualTo("type2 type2S line line type5"));
    }

    [Test]
    public void Should_put_a_birth_on_or_before_the_care()
    {
        foreach (var (birth, day) in new[] { ("260102", "2026-01-02"), ("260103", "1926-01-03"), ("271231", "1927-12-31") })
        {
            var invoice = Format.Read(SampleFile.With(3, 96, birth), B2Files.Cp2023);
            var node = Child(Child(Child(Child(invoice.Root, "lot"), "invoice"), "type2"), "dateNaissance");

            Assert.That(node.Value, Is.EqualTo(Value.OfDate(day)));
        }
    }

    [Test]
    public void Should_keep_a_lunar_birth_as_it_stands()
    {
        var invoice = Format.Read(SampleFile.With(3, 96, "702500"), B2Files.Cp2023);

        Assert.That(B2Files.Validate(SampleFile.With(3, 96, "702500")), Is.Empty);
        Assert.That(Child(Child(Child(Child(invoice.Root, "lot"), "invoice"), "type2"), "dateNaissance").Value, Is.EqualTo(Value.Of("702500")));
    }

    [Test]
    public void Should_answer_expressions()
    {
        var file = Format.Read(SampleFile.Bytes(), B2Files.Cp2023);

        Assert.That(Evaluated.Of("lot.invoice.line.type3.montantTotal", file), Is.EqualTo("25.56 | 10.00"));
        Assert.That(Evaluated.Of("lot.invoice.where(line.type4.exists()).type2.numeroFacture", file), Is.EqualTo("000000101"));
    }

    [Test]
    public void Should_be_written_back_byte_for_byte() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var bytes = seed % 2 == 0 ? GeneratedFile.Of(seed) : PlantedErrors.In(GeneratedFile.Of(seed), seed);
        var buffer = new ArrayBufferWriter<byte>();
        Format.Write(Format.Read(bytes, B2Files.Cp2023), buffer);
        return buffer.WrittenSpan.SequenceEqual(bytes);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_be_told_apart_from_a_return()
    {
        Assert.That(B2Format.Recognises(SampleFile.Bytes()), Is.True);
        Assert.That(B2Format.Recognises(Encoding.ASCII.GetBytes(SampleFile.Records[0] + "02001000000000000001@07002050105@".PadRight(128))), Is.False);
    }

    internal static Node Child(Node node, string name)
    {
        var children = new List<Node>();
        node.Document.AppendChildren(node.Handle, name, children);
        return children[0];
    }

    private static string Names(Node node)
    {
        var children = new List<Node>();
        node.Document.AppendChildren(node.Handle, children);
        return string.Join(' ', children.Select(child => child.Name));
    }
}
