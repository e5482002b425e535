using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Xml;

public sealed class When_xml_is_built
{
    private static readonly XsdSchema Schema = XmlSamples.CdriSchema();
    private static readonly XmlFormat Format = new();

    [Test]
    public void Should_order_elements_and_name_namespaces_by_the_schema()
    {
        var builder = Format.CreateBuilder(Schema, "Requete");
        var person = builder.Child(builder.Root, "BeneficiaireDeSoins");
        var nir = builder.Child(builder.Child(person, "Assure"), "NIRassure");
        builder.Set(builder.Child(nir, "Cle"), Value.Of("78"));
        builder.Set(builder.Child(nir, "Num"), Value.Of("297022A020778"));
        builder.Set(builder.Child(builder.Child(person, "SituationAdministrativeAMO"), "RangdeNaissance"), Value.Of(1));
        builder.Set(builder.Child(person, "DatedeNaissance"), Value.Of("1997-02-26"));
        builder.Set(builder.Child(builder.Root, "DatedeReference"), Value.OfDate("2025-03-04"));

        Assert.That(Written(builder), Is.EqualTo(XmlSamples.Request));
    }

    [Test]
    public void Should_find_a_name_that_the_schema_does_not_know()
    {
        var builder = Format.CreateBuilder(Schema, "Requete");
        builder.Child(builder.Root, "Inconnu");
        var findings = new DiagnosticBag();
        builder.Build(findings);

        Assert.That(findings.Single().Code, Is.EqualTo(XmlCodes.UnknownName));
    }

    [Test]
    public void Should_copy_a_node_with_its_namespaces()
    {
        var source = XmlSamples.Read("<p:a xmlns:p='urn:p'><p:b c='1'>x &amp; y</p:b></p:a>");
        var builder = Format.CreateBuilder(null, "root");
        builder.Copy(builder.Append(builder.Root, "a"), source.Root);

        Assert.That(Written(builder), Is.EqualTo("<root><a><b xmlns=\"urn:p\" c=\"1\">x &amp; y</b></a></root>"));
    }

    [Test]
    public void Should_refuse_a_character_that_xml_cannot_hold()
    {
        var builder = Format.CreateBuilder(null, "a");
        builder.Set(builder.Root, Value.Of("\u0001"));
        var findings = new DiagnosticBag();
        builder.Build(findings);

        Assert.That(findings.Single().Code, Is.EqualTo(XmlCodes.BadValue));
    }

    [TestCase("a<b>&\"c'\r\n\td")]
    [TestCase("été 𝄞")]
    public void Should_read_back_what_it_wrote(string value)
    {
        var builder = Format.CreateBuilder(null, "a");
        builder.Set(builder.Root, Value.Of(value));
        builder.Set(builder.Append(builder.Root, "@x"), Value.Of(value));
        var message = (XmlMessage)builder.Build(new DiagnosticBag());

        Assert.That(message.Root.Value.Text, Is.EqualTo(value));
        Assert.That(XmlSamples.Find(message, "@x").Value.Text, Is.EqualTo(value));
    }

    private static string Written(IDocumentBuilder builder)
    {
        var findings = new DiagnosticBag();
        var document = builder.Build(findings);
        Assert.That(findings, Is.Empty);
        var buffer = new ArrayBufferWriter<byte>();
        Format.Write(document, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
