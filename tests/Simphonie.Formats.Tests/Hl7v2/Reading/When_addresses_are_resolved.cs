using Simphonie.Formats.FhirPath;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

public sealed class When_addresses_are_resolved
{
    private static readonly string Message = Messages.Join(
        Messages.Header, Messages.Event, Messages.Patient, "ROL|1|UC|ODRP|d1", Messages.Visit, Messages.Movement,
        "IN1|1|AMO|111", "IN2|a", "IN3|1|x", "ROL|2|AD|AT|d2", "ZIN|local", "ROL|3|AD|AT|d3",
        "IN1|2|AMC|222", "ROL|4|AD|AT|d4",
        "IN1|3|AMC|333", "IN2|c");

    private static Address Field(string name, int field) => new(name, 0, field, 0, 0, 0);

    [Test]
    public void Should_mean_every_segment_from_the_message()
    {
        var document = Messages.Read(Message);
        Assert.Multiple(() =>
        {
            Assert.That(document.Resolve(document.Root, Field("IN1", 3)).Texts(), Is.EqualTo((string[])["111", "222", "333"]));
            Assert.That(document.Resolve(document.Root, Field("IN1", 0)).Places(), Is.EqualTo((string[])["IN1[1]", "IN1[2]", "IN1[3]"]));
            Assert.That(document.Resolve(document.Root, new Address("IN1", 2, 3, 0, 1, 0)).Texts(), Is.EqualTo((string[])["222"]));
            Assert.That(document.Resolve(document.Root, new Address("PID", 0, 3, 2, 4, 2)).Texts(), Is.EqualTo((string[])["1.2.250.1.213.1.4.10"]));
        });
    }

    [Test]
    public void Should_mean_the_group_from_the_segment_that_opens_it()
    {
        var document = Messages.Read(Message);
        var covers = document.At("IN1");
        Assert.Multiple(() =>
        {
            Assert.That(document.Resolve(covers[0], Field("IN1", 3)).Texts(), Is.EqualTo((string[])["111"]));
            Assert.That(document.Resolve(covers[0], Field("IN2", 1)).Texts(), Is.EqualTo((string[])["a"]));
            Assert.That(document.Resolve(covers[0], Field("ROL", 1)).Texts(), Is.EqualTo((string[])["2", "3"]), "a local segment does not end the group");
            Assert.That(document.Resolve(covers[1], Field("IN2", 1)), Is.Empty, "never the IN2 of another cover");
            Assert.That(document.Resolve(covers[1], Field("ROL", 1)).Texts(), Is.EqualTo((string[])["4"]));
            Assert.That(document.Resolve(covers[2], Field("IN2", 1)).Texts(), Is.EqualTo((string[])["c"]));
            Assert.That(document.Resolve(covers[0], Field("PV1", 2)).Texts(), Is.EqualTo((string[])["I"]), "not in the group: of the message");
        });
    }

    [Test]
    public void Should_mean_the_opening_segment_from_inside_its_group()
    {
        var document = Messages.Read(Message);
        var second = document.At("IN2")[1];
        Assert.That(document.Resolve(second, Field("IN1", 3)).Texts(), Is.EqualTo((string[])["333"]));
    }

    [Test]
    public void Should_mean_the_value_at_hand_by_data_type()
    {
        var document = Messages.Read(Message);
        var identifiers = document.Resolve(document.Root, Field("PID", 3));
        Assert.Multiple(() =>
        {
            Assert.That(identifiers.SelectMany(one => document.Resolve(one, Field("CX", 5))).Texts(), Is.EqualTo((string[])["PI", "INS"]));
            Assert.That(document.Resolve(identifiers[1], new Address("CX", 0, 4, 0, 2, 0)).Texts(), Is.EqualTo((string[])["1.2.250.1.213.1.4.10"]));
            Assert.That(document.Resolve(identifiers[1], Field("PID", 3)).Places(), Is.EqualTo((string[])["PID[1]-3[2]"]));
            Assert.That(document.Resolve(identifiers[1], Field("PID", 8)).Texts(), Is.EqualTo((string[])["F"]));
        });
    }

    [Test]
    public void Should_group_patients_of_a_merge()
    {
        var document = Messages.Read(Messages.Join(Messages.Header.Replace("ADT^A01^ADT_A01", "ADT^A40^ADT_A39"), Messages.Event, "PID|1||1^^^A^PI", "MRG|9", "PID|2||2^^^A^PI", "MRG|8"));
        var patients = document.At("PID");
        Assert.That(patients.Select(patient => document.Resolve(patient, Field("MRG", 1))[0].Value.Text), Is.EqualTo((string[])["9", "8"]));
    }

    /// <summary>In a DFT^P03 an OBX opens a group of its own, with its notes, within that of its line (HL7 2.5, chapter 6).</summary>
    [Test]
    public void Should_mean_what_is_in_groups_within_the_group()
    {
        var document = Messages.Read(Messages.Join(
            Messages.Header.Replace("ADT^A01^ADT_A01", "DFT^P03^DFT_P03"), Messages.Event, Messages.Patient, "OBX|1|ST|a||x",
            "FT1|1", "OBX|2|ST|b||y", "NTE|1", "OBX|3|ST|c||z", "FT1|2", "OBX|4|ST|d||w", "IN1|1|AMO|111"));
        var lines = document.At("FT1");
        Assert.Multiple(() =>
        {
            Assert.That(document.Resolve(lines[0], Field("OBX", 1)).Texts(), Is.EqualTo((string[])["2", "3"]));
            Assert.That(document.Resolve(lines[1], Field("OBX", 1)).Texts(), Is.EqualTo((string[])["4"]));
            Assert.That(document.Resolve(lines[0], Field("NTE", 1)).Texts(), Is.EqualTo((string[])["1"]));
            Assert.That(document.Resolve(document.At("OBX")[3], Field("FT1", 1)).Texts(), Is.EqualTo((string[])["2"]), "its own line");
            Assert.That(document.Resolve(document.At("OBX")[0], Field("FT1", 1)).Texts(), Is.EqualTo((string[])["1", "2"]), "in front of all lines: of the message");
        });
    }
}
