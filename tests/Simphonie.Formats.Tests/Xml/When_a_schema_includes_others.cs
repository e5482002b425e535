using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Xml;

namespace Simphonie.Formats.Tests.Xml;

public sealed class When_a_schema_includes_others
{
    private const string Header =
        """<xs:annotation><xs:appinfo><h:schema xmlns:h="urn:simphonie-hub:schema" id="x" version="1" effective="2026-01-01" source="test" status="site"/></xs:appinfo></xs:annotation>""";

    [Test]
    public void Should_read_what_lies_in_the_schemas_folder()
    {
        var schema = Load(
            out var findings,
            ("site/schemas/soap/main.xsd", Xsd("urn:a", """<xs:include schemaLocation="../common/parts/types.xsd"/><xs:import namespace="urn:b" schemaLocation="parts/other.xsd"/>""", """<xs:element name="Top" type="Number"/><xs:element name="Other" type="b:Name"/>""")),
            ("site/schemas/common/parts/types.xsd", Xsd("urn:a", "", """<xs:simpleType name="Number"><xs:restriction base="xs:int"/></xs:simpleType>""", header: false)),
            ("site/schemas/soap/parts/other.xsd", Xsd("urn:b", "", """<xs:simpleType name="Name"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>""", header: false)));

        Assert.That(findings, Is.Empty);
        Assert.That(schema!.RootType, Is.EqualTo("Top"));
        Assert.That(Validate(schema, """<Top xmlns="urn:a">12</Top>"""), Is.Empty);
        Assert.That(Validate(schema, """<Top xmlns="urn:a">many</Top>"""), Is.Not.Empty);
        Assert.That(Validate(schema, """<Other xmlns="urn:a">four</Other>"""), Is.Not.Empty);
    }

    [Test]
    public void Should_take_files_that_include_each_other()
    {
        var schema = Load(
            out var findings,
            ("schemas/main.xsd", Xsd("urn:a", """<xs:include schemaLocation="parts/one.xsd"/>""", """<xs:element name="Top" type="One"/>""")),
            ("schemas/parts/one.xsd", Xsd("urn:a", """<xs:include schemaLocation="two.xsd"/><xs:include schemaLocation="../main.xsd"/>""", """<xs:simpleType name="One"><xs:restriction base="Two"/></xs:simpleType>""", header: false)),
            ("schemas/parts/two.xsd", Xsd("urn:a", """<xs:include schemaLocation="one.xsd"/>""", """<xs:simpleType name="Two"><xs:restriction base="xs:int"/></xs:simpleType>""", header: false)));

        Assert.That(findings, Is.Empty);
        Assert.That(Validate(schema!, """<Top xmlns="urn:a">x</Top>"""), Is.Not.Empty);
    }

    [TestCase("../../secret.xsd")]
    [TestCase("file:///site/secret.xsd")]
    [TestCase("http://127.0.0.1:1/secret.xsd")]
    [TestCase("/site/secret.xsd")]
    [TestCase("..%2F..%2Fsecret.xsd")]
    [TestCase("missing.xsd")]
    public void Should_follow_nothing_that_leads_elsewhere(string location)
    {
        var schema = Load(
            out var findings,
            ("site/schemas/main.xsd", Xsd("urn:a", $"""<xs:include schemaLocation="{location}"/>""", """<xs:element name="Top" type="xs:int"/>""")),
            ("site/secret.xsd", Xsd("urn:a", "", "", header: false)),
            ("secret.xsd", Xsd("urn:a", "", "", header: false)));

        Assert.That(schema, Is.Null);
        Assert.That(findings.Select(static finding => finding.Code), Is.EqualTo(new[] { XmlCodes.SchemaUnreadable }));
    }

    [Test]
    public void Should_not_take_a_part_for_a_schema() => Assert.That(
        (new XsdSchemaLoader().CanLoad("schemas/soap/parts/types.xsd"), new XsdSchemaLoader().CanLoad("schemas/soap/types.xsd")), Is.EqualTo((false, true)));

    private static XsdSchema? Load(out DiagnosticBag findings, params (string Path, string Text)[] files)
    {
        findings = new DiagnosticBag();
        var known = files.ToDictionary(static file => file.Path, static file => file.Text, StringComparer.Ordinal);
        return (XsdSchema?)new XsdSchemaLoader().Load(files[0].Path, path => known.TryGetValue(path, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null, findings);
    }

    private static DiagnosticBag Validate(XsdSchema schema, string text)
    {
        var findings = new DiagnosticBag();
        var message = XmlSamples.Read(text, schema);
        schema.Validate(message, message.Root.Handle, findings);
        return findings;
    }

    private static string Xsd(string space, string externals, string content, bool header = true) =>
        $"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{space}" xmlns:b="urn:b" targetNamespace="{space}" elementFormDefault="qualified">{externals}{(header ? Header : "")}{content}</xs:schema>""";
}
