using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Writing;
using Simphonie.Formats.Tests.Hl7v2.Reading;

namespace Simphonie.Formats.Tests.Hl7v2.Writing;

public sealed class When_a_message_is_built
{
    private static string Text(Hl7Builder builder, DiagnosticBag? findings = null) =>
        Encoding.UTF8.GetString(((Hl7Document)builder.Build(findings ?? [])).Bytes.Span);

    [Test]
    public void Should_write_segments_fields_and_parts_in_their_places()
    {
        var builder = new Hl7Builder(Hl7Files.PamFr);
        var header = builder.Child(builder.Root, "MSH");
        builder.Set(builder.Child(header, "MSH-3"), Value.Of("HUB"));
        builder.Set(builder.Child(header, "MSH-10"), Value.Of("42"));
        var patient = builder.Append(builder.Root, "PID");
        var first = builder.Append(patient, "PID-3");
        builder.Set(builder.Child(first, "CX-1"), Value.Of("0042"));
        builder.Set(builder.Child(builder.Child(first, "CX-4"), "HD-2"), Value.Of("1.2.3"));
        builder.Set(builder.Child(builder.Append(patient, "PID-3"), "CX-1"), Value.Of("279035121518989"));
        builder.Clear(builder.Child(patient, "PID-5"));
        builder.Set(builder.Child(patient, "PID-7"), Value.OfDate("1979-03-28"));
        var findings = new DiagnosticBag();

        Assert.Multiple(() =>
        {
            Assert.That(Text(builder, findings), Is.EqualTo("MSH|^~\\&|HUB|||||||42\rPID|||0042^^^&1.2.3~279035121518989||\"\"||19790328\r"));
            Assert.That(findings, Is.Empty);
            Assert.That(builder.PathOf(builder.Child(builder.Child(first, "CX-4"), "HD-2")), Is.EqualTo("PID[1]-3.4.2"));
        });
    }

    [Test]
    public void Should_escape_what_is_not_meant_as_a_delimiter()
    {
        var builder = new Hl7Builder(Hl7Files.PamFr);
        builder.Child(0, "MSH");
        builder.Set(builder.Child(builder.Append(0, "NTE"), "NTE-3"), Value.Of("a|b^c\\d\r\n"));
        Assert.That(Text(builder), Does.EndWith("NTE|||a\\F\\b\\S\\c\\E\\d\\X0D\\\\.br\\\r"));
    }

    [TestCase("2024-03-06T11:00:00+01:00", "20240306110000+0100")]
    [TestCase("2024-03-06T10:00:00Z", "20240306100000+0000")]
    [TestCase("2024-03", "202403")]
    public void Should_write_times_without_marks(string time, string expected)
    {
        var builder = new Hl7Builder(Hl7Files.PamFr);
        builder.Child(0, "MSH");
        builder.Set(builder.Child(builder.Append(0, "EVN"), "EVN-2"), Value.OfDateTime(time));
        Assert.That(Text(builder), Does.EndWith($"EVN||{expected}\r"));
    }

    [Test]
    public void Should_compose_a_return_that_keeps_everything_but_the_cover()
    {
        var original = Messages.Read(Messages.Join(
            Messages.Header, Messages.Event, Messages.Patient + "|", Messages.Visit, Messages.Movement,
            "IN1|1|AMO|012110000", "IN2|x", "IN1|2|AMC|303294||||||||||||||||||Y|", "ZIN|site"));
        var builder = new Hl7Builder(Hl7Files.PamFr);
        foreach (var segment in original.At("MSH").Concat(original.At("EVN")).Concat(original.At("PID")).Concat(original.At("PV1")).Concat(original.At("ZBE")))
        {
            builder.Copy(builder.Append(0, segment.Name), segment);
        }

        var header = builder.Child(0, "MSH");
        builder.Set(builder.Child(builder.Child(header, "MSH-9"), "MSG-2"), Value.Of("Z99"));
        builder.Set(builder.Child(header, "MSH-10"), Value.Of("R1"));
        var movement = builder.Child(0, "ZBE");
        builder.Set(builder.Child(movement, "ZBE-4"), Value.Of("UPDATE"));
        builder.Set(builder.Child(movement, "ZBE-6"), Value.Of("A01"));
        builder.Set(builder.Child(movement, "ZBE-9"), Value.Of("C"));
        var cover = builder.Append(0, "IN1");
        builder.Set(builder.Child(cover, "IN1-1"), Value.Of(1));
        builder.Set(builder.Child(cover, "IN1-2"), Value.Of("AMO"));
        builder.Set(builder.Child(builder.Child(cover, "IN1-3"), "CX-1"), Value.Of("017510000"));
        var other = original.At("IN1")[1];
        builder.Copy(builder.Append(0, "IN1"), other);
        builder.Copy(builder.Append(0, "ZIN"), original.At("ZIN")[0]);

        var expected = Messages.Join(
            Messages.Header.Replace("ADT^A01^ADT_A01|M1", "ADT^Z99^ADT_A01|R1"), Messages.Event, Messages.Patient + "|", Messages.Visit,
            Messages.Movement.Replace("||INSERT|N||", "||UPDATE|N|A01|").Replace("|HMS", "|C"),
            "IN1|1|AMO|017510000", "IN1|2|AMC|303294||||||||||||||||||Y|", "ZIN|site");
        Assert.That(Text(builder), Is.EqualTo(expected));
    }

    [Test]
    public void Should_say_when_a_character_has_no_place_in_the_declared_charset()
    {
        var builder = new Hl7Builder(Hl7Files.PamFr);
        builder.Set(builder.Child(builder.Child(0, "MSH"), "MSH-18"), Value.Of("8859/1"));
        builder.Set(builder.Child(builder.Child(builder.Append(0, "PID"), "PID-5"), "XPN-1"), Value.Of("Œuvre"));
        var findings = new DiagnosticBag();
        builder.Build(findings);
        Assert.Multiple(() =>
        {
            Assert.That(findings.HasErrors, Is.True);
            Assert.That(findings[0].Code.Id, Is.EqualTo("SIM2021"));
            Assert.That(findings[0].Place.Path, Is.EqualTo("PID[1]-5.1"));
        });
    }

    [TestCase("PID-x")]
    [TestCase("PV1-3")]
    [TestCase("")]
    [TestCase("PID-5000")]
    public void Rejects_a_field_named(string name)
    {
        var builder = new Hl7Builder(Hl7Files.PamFr);
        builder.Child(0, "MSH");
        builder.Set(builder.Child(builder.Append(0, "PID"), name), Value.Of("x"));
        var findings = new DiagnosticBag();
        builder.Build(findings);
        Assert.That(findings.Select(finding => finding.Code.Id), Is.EqualTo((string[])["SIM2020"]));
    }

    [Test]
    public void Should_want_a_header_first()
    {
        var builder = new Hl7Builder(Hl7Files.PamFr);
        builder.Append(0, "PID");
        var findings = new DiagnosticBag();
        builder.Build(findings);
        Assert.That(findings.Select(finding => finding.Code.Id), Is.EqualTo((string[])["SIM2022"]));
    }
}
