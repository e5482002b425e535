using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Xml;

public sealed class When_xml_is_bad
{
    [TestCase("<!DOCTYPE a><a/>", "SIM2402")]
    [TestCase("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "SIM2402")]
    [TestCase("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><l>&b;</l>", "SIM2402")]
    [TestCase("<a>&bomb;</a>", "SIM2406")]
    [TestCase("<a>&#0;</a>", "SIM2406")]
    [TestCase("<a>&#xD800;</a>", "SIM2406")]
    [TestCase("<a><b></a>", "SIM2401")]
    [TestCase("<a><b>", "SIM2409")]
    [TestCase("<a", "SIM2409")]
    [TestCase("<a b='1", "SIM2409")]
    [TestCase("<a b='1' b='2'/>", "SIM2401")]
    [TestCase("<a b='1'c='2'/>", "SIM2401")]
    [TestCase("<a b='<'/>", "SIM2401")]
    [TestCase("<a/><b/>", "SIM2401")]
    [TestCase("<a/>text", "SIM2401")]
    [TestCase("text", "SIM2401")]
    [TestCase("", "SIM2401")]
    [TestCase("<a>]]></a>", "SIM2401")]
    [TestCase("<a><![CDATA[x</a>", "SIM2409")]
    [TestCase("<a><!-- a -- b --></a>", "SIM2401")]
    [TestCase("<a>\u0001</a>", "SIM2401")]
    [TestCase("<p:a/>", "SIM2407")]
    [TestCase("<a p:b='1'/>", "SIM2407")]
    [TestCase("<a xmlns:p=''/>", "SIM2407")]
    [TestCase("<1a/>", "SIM2401")]
    public void Rejects(string xml, string code)
    {
        var message = XmlSamples.Read(xml);

        Assert.That(message.Findings.Select(finding => finding.Code.Id), Does.Contain(code));
        Assert.That(() => Walk(message), Throws.Nothing);
    }

    [Test]
    public void Should_stop_at_ten_thousand_levels()
    {
        var message = XmlSamples.Read(string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000)));

        Assert.That(message.Findings.Single().Code, Is.EqualTo(XmlCodes.TooDeep));
        Assert.That(message.Findings[0].Place.Offset, Is.EqualTo(64 * 3));
    }

    [Test]
    public void Should_stop_at_the_limit_of_namespaces()
    {
        var many = string.Concat(Enumerable.Range(0, 1000).Select(i => $"<b xmlns='urn:{i}'/>"));

        Assert.That(XmlSamples.Read($"<a>{many}</a>").Findings.Single().Code, Is.EqualTo(XmlCodes.TooLarge));
    }

    [Test]
    public void Should_stop_at_the_size_limit()
    {
        var message = XmlMessage.Read(new byte[101], null, new XmlLimits(100, 64, 128));

        Assert.That(message.Findings.Single().Code, Is.EqualTo(XmlCodes.TooLarge));
    }

    [Test]
    public void Should_find_bytes_of_another_charset_and_read_the_rest()
    {
        var bytes = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='UTF-8'?><a><b>Zoé</b><c>7</c></a>");
        var message = XmlMessage.Read(bytes, null, XmlLimits.Default);

        Assert.That(message.Findings.Single().Code, Is.EqualTo(XmlCodes.Charset));
        Assert.That(message.Findings[0].Place.Offset, Is.EqualTo(Array.IndexOf(bytes, (byte)0xE9)));
        Assert.That(XmlSamples.Find(message, "c").Value.Text, Is.EqualTo("7"));
    }

    [Test]
    public void Should_read_what_came_before_a_truncation()
    {
        var message = XmlSamples.Read("<a><b>1</b><c>2");

        Assert.That(message.IsWellFormed, Is.False);
        Assert.That(XmlSamples.Find(message, "b").Value.Text, Is.EqualTo("1"));
    }

    [Test]
    public void Should_agree_with_the_framework_on_mutated_documents()
    {
        var characters = "<>/&;='\"ab x:!-[]?#1\né".ToCharArray();
        var mutation = Gen.Choose(0, XmlSamples.Request.Length - 1).SelectMany(at => Gen.Elements(characters).Select(c => (At: at, Character: c)));
        Prop.ForAll(Arb.From(Gen.ListOf(mutation)), edits =>
        {
            var text = new StringBuilder(XmlSamples.Request);
            foreach (var (at, character) in edits.Take(3))
            {
                text[at] = character;
            }

            return XmlSamples.Read(text.ToString()).IsWellFormed == FrameworkReads(text.ToString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static bool FrameworkReads(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static void Walk(XmlMessage message)
    {
        var open = new Stack<Core.Documents.Node>([message.Root]);
        while (open.TryPop(out var node))
        {
            _ = (node.Name, node.Value, node.State, node.Place.Path);
            var children = new List<Core.Documents.Node>();
            message.AppendChildren(node.Handle, children);
            children.ForEach(open.Push);
        }
    }
}
