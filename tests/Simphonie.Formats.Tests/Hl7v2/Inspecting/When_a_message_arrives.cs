using System.Text;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Formats.Hl7v2.Inspecting;

namespace Simphonie.Formats.Tests.Hl7v2.Inspecting;

public sealed class When_a_message_arrives
{
    private static Inspection Inspect(string message) => Hl7Inspector.For(Hl7Files.PamFr).Inspect(Encoding.UTF8.GetBytes(message));

    [Test]
    public void Should_know_its_identity_type_world_and_time()
    {
        var found = Inspect(Messages.Admission);
        Assert.Multiple(() =>
        {
            Assert.That(found.Readable, Is.True);
            Assert.That(found.ControlId, Is.EqualTo("M1"));
            Assert.That(found.Type, Is.EqualTo("ADT^A01"));
            Assert.That(found.World, Is.EqualTo(World.Test));
            Assert.That(found.DuplicateKey, Is.EqualTo("GAP\u001FCH-EX\u001FM1\u001F20240306111154"));
            Assert.That(found.SentAt, Is.EqualTo(new DateTimeOffset(2024, 3, 6, 11, 11, 54, TimeSpan.FromHours(1))), "winter time of Paris");
            Assert.That(found.Findings, Is.Empty);
        });
    }

    [Test]
    public void Should_read_the_keys_that_the_schema_declares()
    {
        Assert.That(Inspect(Messages.Admission).Keys, Is.EquivalentTo((BusinessKey[])
        [
            new("ipp", "0042^^^750000010", false),
            new("dossier", "D77^^^750000010", false),
            new("venue", "V1^^^750000010", false),
            new("ins", "279035121518989", true),
            new("nir", "279035121518989", true),
        ]));
    }

    [TestCase("9^^^CH-EX^PI", "ipp")]
    [TestCase("9^^^CH-EX", "ipp")]
    [TestCase("9^^^CH-EX^INS-C", null)]
    [TestCase("^^^^^^^^|D9^^^CH-EX", "dossier")]
    public void Should_read_the_identity_that_a_merge_replaces(string merged, string? name)
    {
        var keys = Inspect($"MSH|^~\\&|GAP|CH|HUB|CH|20240306||ADT^A40^ADT_A39|1|T|2.5\rPID|||1^^^CH-EX^PI\rMRG|{merged.Replace("|", "||", StringComparison.Ordinal)}\r").Keys;

        Assert.That(
            keys.Where(static key => key.Value is "9^^^CH-EX" or "D9^^^CH-EX").Select(static key => key.Name),
            Is.EqualTo(name is null ? Array.Empty<string>() : [name]));
    }

    [TestCase("P", World.Real)]
    [TestCase("T", World.Test)]
    [TestCase("D", World.Test)]
    [TestCase("P^T", World.Real)]
    [TestCase("X", null)]
    [TestCase("", null)]
    public void Should_take_the_world_from_MSH_11(string processing, World? world) =>
        Assert.That(Inspect($"MSH|^~\\&|A|B|||20240306||ADT^A01|1|{processing}|2.5\r").World, Is.EqualTo(world));

    [TestCase("20240706111154", 2)]
    [TestCase("20240306111154", 1)]
    [TestCase("20240306111154+0300", 3)]
    public void Should_place_times_without_offset_in_Paris(string time, int hours) =>
        Assert.That(Inspect($"MSH|^~\\&|A|B|||{time}||ADT^A01|1|T|2.5\r").SentAt!.Value.Offset, Is.EqualTo(TimeSpan.FromHours(hours)));

    [TestCase("ADT^A01^ADT_A01", "ADT^A01", false)]
    [TestCase("ADT^A01", "ADT^A01", false)]
    [TestCase("ACK", "ACK", false)]
    [TestCase("ADT^ADT^A28", "ADT^A28", true)]
    [TestCase("ADT^^A28", "ADT^A28", true)]
    [TestCase("ADT_A01", "ADT^A01", true)]
    [TestCase("ADT^hello", "ADT^hello", true)]
    [TestCase("ADT^Z99^ADT_A01", "ADT^Z99", false)]
    [TestCase("", null, true)]
    public void Should_read_MSH_9_without_guessing(string written, string? type, bool malformed)
    {
        var found = Inspect($"MSH|^~\\&|A|B|||20240306||{written}|1|T|2.5\r");
        Assert.Multiple(() =>
        {
            Assert.That(found.Type, Is.EqualTo(type));
            Assert.That(found.Readable, Is.True);
            Assert.That(found.Findings.Any(finding => finding.Code.Id == "SIM2004"), Is.EqualTo(malformed));
        });
    }

    [Test]
    public void Should_refuse_a_message_without_control_id()
    {
        var found = Inspect("MSH|^~\\&|A|B|||20240306||ADT^A01||T|2.5\r");
        Assert.Multiple(() =>
        {
            Assert.That(found.Readable, Is.False);
            Assert.That(found.DuplicateKey, Is.Null);
            Assert.That(found.Findings.Select(finding => (finding.Code.Id, finding.StandardCode, finding.Place.Path)), Is.EqualTo(((string, string?, string?)[])[("SIM2003", "101", "MSH[1]-10")]));
        });
    }

    [TestCase("")]
    [TestCase("\u0001\u0002\u0003")]
    [TestCase("PID|1")]
    [TestCase("MSH")]
    [TestCase("MSHabc")]
    public void Rejects(string bytes) => Assert.That(Inspect(bytes).Readable, Is.False);

    [Test]
    public void Should_not_mistake_the_same_id_of_another_sender_or_time()
    {
        string?[] keys =
        [
            Inspect("MSH|^~\\&|A|B|||20240306||ADT^A01|1|T\r").DuplicateKey, Inspect("MSH|^~\\&|C|B|||20240306||ADT^A01|1|T\r").DuplicateKey,
            Inspect("MSH|^~\\&|A|B|||20240307||ADT^A01|1|T\r").DuplicateKey, Inspect("MSH|^~\\&|A|B|||||ADT^A01|1|T\r").DuplicateKey,
        ];
        Assert.That(keys, Is.Unique);
    }

    [Test]
    public void Should_not_blame_the_charset_for_a_head_that_was_cut_inside_of_a_character()
    {
        var whole = Encoding.UTF8.GetBytes(Messages.Header + "\rNTE|" + new string('é', 64 * 1024));
        var start = 64 * 1024;
        var found = Hl7Inspector.For(null).Inspect(whole.AsSpan(0, start));
        Assert.That(found.Findings, Is.Empty);
    }
}
