using System.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Xml;

public sealed class When_xml_is_read
{
    [Test]
    public void Should_give_elements_by_local_name_whatever_their_prefix()
    {
        var message = XmlSamples.Read("<x:a xmlns:x='urn:1'><x:b>one</x:b><y:b xmlns:y='urn:2'>two</y:b></x:a>");
        var found = new List<Node>();
        message.AppendChildren(message.Root.Handle, "b", found);

        Assert.That(found.Select(node => node.Value.Text), Is.EqualTo(new[] { "one", "two" }));
        Assert.That(message.NamespaceOf(found[1].Handle), Is.EqualTo("urn:2"));
    }

    [Test]
    public void Should_give_attributes_as_children_with_an_at_sign()
    {
        var message = XmlSamples.Read("<a><b debut='2024-01-01'/></a>");

        Assert.That(XmlSamples.Find(message, "b", "@debut").Value.Text, Is.EqualTo("2024-01-01"));
    }

    [Test]
    public void Should_tell_the_place_with_path_line_and_offset()
    {
        var message = XmlSamples.Read("<a>\n<b/>\n<b c='1'/></a>");
        var nodes = new List<Node>();
        message.AppendChildren(0, "b", nodes);
        var attribute = new List<Node>();
        message.AppendChildren(nodes[1].Handle, "@c", attribute);

        Assert.Multiple(() =>
        {
            Assert.That(attribute[0].Place.Path, Is.EqualTo("/a/b[2]/@c"));
            Assert.That(attribute[0].Place.Line, Is.EqualTo(3));
            Assert.That(attribute[0].Place.Offset, Is.EqualTo(12));
        });
    }

    [TestCase("<a>x &lt; &#233;&#xE9; y</a>", "x < éé y")]
    [TestCase("<a>x<![CDATA[<b>&amp;]]>y</a>", "x<b>&amp;y")]
    [TestCase("<a>x<!-- no -->y<?p no?>z</a>", "xyz")]
    [TestCase("<a>one\r\ntwo\rthree</a>", "one\ntwo\nthree")]
    [TestCase("<a>&apos;&quot;&gt;&amp;</a>", "'\">&")]
    public void Should_decode_text(string xml, string expected) => Assert.That(XmlSamples.Read(xml).Root.Value.Text, Is.EqualTo(expected));

    [Test]
    public void Should_read_nil_as_cleared()
    {
        var message = XmlSamples.Read("<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><b i:nil='true'/><c/></a>");

        Assert.That(XmlSamples.Find(message, "b").State, Is.EqualTo(NodeState.Cleared));
        Assert.That(XmlSamples.Find(message, "c").Value.IsNone, Is.True);
    }

    [TestCase("iso-8859-1")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void Should_read_other_declared_encodings(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?><a>Zoé</a>")];
        var message = XmlMessage.Read(bytes, null, XmlLimits.Default);

        Assert.That(message.Findings, Is.Empty);
        Assert.That(message.Root.Value.Text, Is.EqualTo("Zoé"));
    }

    [Test]
    public void Should_write_the_same_bytes_when_unchanged()
    {
        var bytes = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\r\n<!-- c --><a  b = 'x' ><c/ ></a>".Replace("/ >", "/>", StringComparison.Ordinal));
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        var format = new XmlFormat();
        format.Write(format.Read(bytes, null), written);

        Assert.That(written.WrittenSpan.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public void Should_type_values_by_the_schema()
    {
        var message = XmlSamples.Read(XmlSamples.Request, XmlSamples.CdriSchema());

        Assert.Multiple(() =>
        {
            Assert.That(message.Root.Type, Is.EqualTo("Requete"));
            Assert.That(XmlSamples.Find(message, "DatedeReference").Value, Is.EqualTo(Value.OfDate("2025-03-04")));
            Assert.That(XmlSamples.Find(message, "BeneficiaireDeSoins", "SituationAdministrativeAMO", "RangdeNaissance").Value, Is.EqualTo(Value.Of(1)));
            Assert.That(XmlSamples.Find(message, "BeneficiaireDeSoins", "DatedeNaissance").Value.Kind, Is.EqualTo(ValueKind.String));
            Assert.That(XmlSamples.Find(message, "BeneficiaireDeSoins", "Assure", "NIRassure").Type, Is.EqualTo("NIR"));
        });
    }

    [Test]
    public void Should_cut_out_an_element_with_the_namespaces_it_needs()
    {
        var message = XmlSamples.Read("<s:a xmlns:s='urn:s' xmlns:p='urn:p' xmlns='urn:d'><s:b><p:c q='1'/><d/></s:b></s:a>");
        var cut = XmlSamples.Read(Encoding.UTF8.GetString(XmlFragment.Extract(message, XmlSamples.Find(message, "b").Handle).Span));

        Assert.That(cut.Findings, Is.Empty);
        Assert.That(cut.RootName, Is.EqualTo(("urn:s", "b")));
        Assert.That(cut.NamespaceOf(XmlSamples.Find(cut, "c").Handle), Is.EqualTo("urn:p"));
        Assert.That(cut.NamespaceOf(XmlSamples.Find(cut, "d").Handle), Is.EqualTo("urn:d"));
    }
}
