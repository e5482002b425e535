using System.Text;
using Simphonie.Core.Messages;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Xml;

public sealed class When_xml_is_inspected
{
    [TestCase("<p:Requete xmlns:p='urn:p'/>", "Requete")]
    [TestCase("<?xml version='1.0'?><!-- c --><a/>", "a")]
    public void Accepts_and_names_the_root(string xml, string type)
    {
        var inspection = new XmlInspector().Inspect(Encoding.UTF8.GetBytes(xml));

        Assert.That((inspection.Readable, inspection.Type), Is.EqualTo((true, type)));
    }

    [TestCase("<a>")]
    [TestCase("text")]
    [TestCase("<!DOCTYPE a><a/>")]
    public void Rejects(string xml)
    {
        var inspection = new XmlInspector().Inspect(Encoding.UTF8.GetBytes(xml));

        Assert.That(inspection.Readable, Is.False);
        Assert.That(inspection.Findings, Is.Not.Empty);
    }

    [TestCase("é")]
    [TestCase("<b c='d'/>")]
    [TestCase("<![CDATA[0123456789]]>")]
    [TestCase("&amp;")]
    public void Accepts_the_head_of_a_larger_message_wherever_it_breaks_off(string filling)
    {
        var bytes = Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat(filling, 70_000 / Encoding.UTF8.GetByteCount(filling))) + "</a>");
        for (var shift = 0; shift < 24; shift++)
        {
            var inspection = new XmlInspector().Inspect(bytes.AsSpan(0, Payload.InlineLimit + shift));
            Assert.That((inspection.Readable, inspection.Findings.Count), Is.EqualTo((true, 0)), $"shift {shift}");
        }
    }
}
