using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

public sealed class When_fields_are_taken_fast
{
    private static readonly Hl7Path[] Twelve =
        [.. ((string[])["MSH-10", "MSH-9.2", "EVN-6", "PID-3.1", "PID-3[2].1", "PID-5.1", "PID-7", "PID-18.1", "PV1-2", "PV1-19.1", "ZBE-9", "IN1-49.1"]).Select(Hl7Path.Parse)];

    [TestCase("PID-3.1", "0042")]
    [TestCase("PID[1]-3[2].4.2", "1.2.250.1.213.1.4.10")]
    [TestCase("MSH-1", "|")]
    [TestCase("MSH-2", "^~\\&")]
    [TestCase("MSH-9.3", "ADT_A01")]
    [TestCase("IN1-49.5", "SS")]
    [TestCase("PV1[2]-3", null)]
    [TestCase("PID-3[9]", null)]
    [TestCase("PID-4", null)]
    public void Should_find(string path, string? expected)
    {
        Assert.That(Hl7Message.TryOpen(Encoding.UTF8.GetBytes(Messages.Admission), out var message), Is.True);
        Assert.That(message.Text(Hl7Path.Parse(path), Encoding.UTF8), Is.EqualTo(expected));
    }

    [TestCase("PID")]
    [TestCase("PID-")]
    [TestCase("PID-0")]
    [TestCase("pid-3")]
    [TestCase("PID[0]-3")]
    [TestCase("PID-3.")]
    [TestCase("PID-3.1.2.3")]
    [TestCase("PID-3 ")]
    public void Rejects_path(string path) => Assert.That(Hl7Path.TryParse(path, out _), Is.False);

    [Test]
    public void Should_keep_cleared_apart()
    {
        Hl7Message.TryOpen("MSH|^~\\&|A\rPID|1|\"\"|\r"u8, out var message);
        Assert.That(message.Get(Hl7Path.Parse("PID-2"), out _), Is.EqualTo(NodeState.Cleared));
        Assert.That(message.Get(Hl7Path.Parse("PID-3"), out _), Is.EqualTo(NodeState.Absent));
        Assert.That(message.TryGet(Hl7Path.Parse("PID-2"), out _), Is.False);
    }

    [Test]
    public void Should_find_segments_far_behind()
    {
        var text = new StringBuilder("MSH|^~\\&|A\r");
        for (var index = 1; index <= 400; index++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"ROL|{index}|AD|AT|doctor{index}\r");
        }

        Hl7Message.TryOpen(Encoding.ASCII.GetBytes(text.ToString()), out var message);
        Assert.That(message.Text(Hl7Path.Parse("ROL[400]-4"), Encoding.ASCII), Is.EqualTo("doctor400"));
        Assert.That(message.Text(Hl7Path.Parse("ROL[3]-4"), Encoding.ASCII), Is.EqualTo("doctor3"));
        Assert.That(message.Text(Hl7Path.Parse("ROL[399]-1"), Encoding.ASCII), Is.EqualTo("399"));
    }

    [Test]
    public void Should_find_what_splitting_text_finds() => Prop.ForAll(GeneratedMessage.Arbitrary, message =>
    {
        var (text, delimiters) = (message.Text, message.Delimiters);
        Hl7Message.TryOpen(Encoding.UTF8.GetBytes(text), out var fast);
        var segments = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var field = 1; field <= 40; field++)
        {
            var fields = segments.First(segment => segment.StartsWith("PID", StringComparison.Ordinal)).Split(delimiters[0]);
            var repetitions = (field < fields.Length ? fields[field] : "").Split(delimiters[2]);
            var components = (repetitions.Length > 1 ? repetitions[1] : "").Split(delimiters[1]);
            fast.Get(Hl7Path.Parse($"PID-{field}[2].2"), out var value);
            if (Encoding.UTF8.GetString(value) != (components.Length > 1 ? components[1] : ""))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_allocate_nothing_and_cost_little_for_a_document_of_ten_megabytes()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Messages.Admission), .. "OBX|1|ED|doc||^AP^^Base64^"u8, .. Enumerable.Repeat((byte)'A', 10_000_000), .. "||||||F\r"u8];
        Take(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Take(bytes);
        var fast = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        var document = Hl7Document.Read(bytes, Hl7Files.PamFr);
        var place = document.One("OBX", "OBX-11").Value.Text;
        var tree = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Multiple(() =>
        {
            Assert.That(found, Is.EqualTo(12));
            Assert.That(fast, Is.Zero);
            Assert.That(place, Is.EqualTo("F"));
            Assert.That(tree, Is.LessThan(16_384), "the value is never copied");
        });
    }

    private static int Take(byte[] bytes)
    {
        Hl7Message.TryOpen(bytes, out var message);
        var found = 0;
        foreach (var path in Twelve)
        {
            found += message.TryGet(path, out _) ? 1 : 0;
        }

        return found;
    }
}
