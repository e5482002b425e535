using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Inspecting;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Validation;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

public sealed class When_bytes_are_bad
{
    [TestCase("")]
    [TestCase("\r\n")]
    [TestCase("PID|1")]
    [TestCase("<xml/>")]
    [TestCase("MSA|AA|1")]
    public void Should_say_that_there_is_no_header(string text)
    {
        var document = Messages.Read(text);
        Assert.Multiple(() =>
        {
            Assert.That(document.Findings.Select(finding => finding.Code.Id), Is.EqualTo((string[])["SIM2001"]));
            Assert.That(document.SegmentCount, Is.Zero);
        });
    }

    [TestCase("MSH")]
    [TestCase("MSH|")]
    [TestCase("MSH||")]
    [TestCase("MSH|^^\\&|A")]
    [TestCase("MSH|^~\\&#%|A")]
    [TestCase("MSHA^~\\&A")]
    [TestCase("MSH|^~|&\r")]
    public void Should_read_no_further_than_delimiters_allow(string text)
    {
        var document = Messages.Read(text);
        var usable = text == "MSH|^~|&\r";
        Assert.That(document.Findings[0].Code.Id, Is.EqualTo(usable ? "SIM2003" : "SIM2002"));
    }

    [Test]
    public void Should_read_every_truncation()
    {
        var whole = Encoding.UTF8.GetBytes(Messages.Admission);
        for (var length = 0; length <= whole.Length; length++)
        {
            ReadEverything(whole[..length]);
        }
    }

    [Test]
    public void Should_read_any_noise() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), noise =>
    {
        ReadEverything(noise ?? []);
        ReadEverything([.. "MSH|^~\\&|"u8, .. noise ?? []]);
        ReadEverything([.. Encoding.UTF8.GetBytes(Messages.Admission), .. noise ?? []]);
        return true;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_point_at_a_line_that_is_no_segment()
    {
        var document = Messages.Read("MSH|^~\\&|A|||||||1|T|2.5\rPID|1\rbroken line of a note\rPV1|1\r");
        var finding = document.Findings.Single(one => one.Code.Id == "SIM2007");
        Assert.That(finding.Place.Offset, Is.EqualTo(31));
    }

    private static void ReadEverything(byte[] bytes)
    {
        var document = Hl7Document.Read(bytes, Hl7Files.PamFr);
        var nodes = new List<Node> { document.Root };
        for (var index = 0; index < nodes.Count; index++)
        {
            var node = nodes[index];
            _ = (node.Name, node.Type, node.State, node.Value, node.Place);
            document.AppendChildren(node.Handle, nodes);
        }

        Hl7Validator.Validate(document, Hl7Files.PamFr, []);
        Hl7Inspector.For(Hl7Files.PamFr).Inspect(bytes);
    }
}
