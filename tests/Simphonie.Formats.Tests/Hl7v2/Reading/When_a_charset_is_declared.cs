using System.Text;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

public sealed class When_a_charset_is_declared
{
    private static readonly byte[] Latin1E = [0xE9];
    private static readonly byte[] Latin9Oe = [0xBD];
    private static readonly byte[] Utf8E = [0xC3, 0xA9];

    private static Hl7Document Read(string declared, byte[] text)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"MSH|^~\\&|||||20240306||ADT^A01|1|T|2.5||||||{declared}\rPID|||||R"), .. text, .. "ault\r"u8];
        return Hl7Document.Read(bytes, Hl7Files.PamFr);
    }

    private static string Name(Hl7Document document) => document.One("PID", "PID-5").Value.Text;

    private static string[] Codes(Hl7Document document) => [.. document.Findings.Select(finding => finding.Code.Id)];

    [TestCase("8859/1")]
    [TestCase("ISO 8859-1")]
    [TestCase("")]
    public void Accepts_8859_1_as(string declared)
    {
        var document = Read(declared, Latin1E);
        Assert.Multiple(() =>
        {
            Assert.That(Name(document), Is.EqualTo("Réault"));
            Assert.That(document.Findings, Is.Empty);
        });
    }

    [TestCase("8859/15")]
    [TestCase("ISO-8859-15")]
    public void Accepts_8859_15_as(string declared)
    {
        var document = Read(declared, Latin9Oe);
        Assert.Multiple(() =>
        {
            Assert.That(Name(document), Is.EqualTo("Rœault"));
            Assert.That(document.Findings, Is.Empty);
        });
    }

    [TestCase("UNICODE UTF-8")]
    [TestCase("UTF-8")]
    [TestCase("UNICODE")]
    [TestCase("utf8")]
    [TestCase("")]
    public void Accepts_UTF_8_as(string declared)
    {
        var document = Read(declared, Utf8E);
        Assert.Multiple(() =>
        {
            Assert.That(Name(document), Is.EqualTo("Réault"));
            Assert.That(document.Findings, Is.Empty);
        });
    }

    [Test]
    public void Should_say_that_bytes_contradict_UTF_8()
    {
        var document = Read("UNICODE UTF-8", Latin1E);
        Assert.Multiple(() =>
        {
            Assert.That(Name(document), Is.EqualTo("Réault"));
            Assert.That(Codes(document), Is.EqualTo((string[])["SIM2006"]));
            Assert.That(document.Findings[0].Place.Path, Is.EqualTo("MSH[1]-18"));
        });
    }

    [TestCase("8859/1")]
    [TestCase("ASCII")]
    public void Should_say_that_UTF_8_contradicts(string declared)
    {
        var document = Read(declared, Utf8E);
        Assert.Multiple(() =>
        {
            Assert.That(Name(document), Is.EqualTo("Réault"));
            Assert.That(Codes(document), Is.EqualTo((string[])["SIM2006"]));
        });
    }

    [TestCase("KLINGON")]
    [TestCase("UNICODE UTF-16 AND A VERY LONG NAME THAT GOES ON")]
    public void Should_say_that_it_is_unknown(string declared)
    {
        var document = Read(declared, Utf8E);
        Assert.Multiple(() =>
        {
            Assert.That(Name(document), Is.EqualTo("Réault"));
            Assert.That(Codes(document), Is.EqualTo((string[])["SIM2005"]));
        });
    }
}
