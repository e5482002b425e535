using Simphonie.Core.Documents;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

public sealed class When_fields_are_read
{
    private const string Message = "MSH|^~\\&|GAP|CH||||| ADT^A01|1|T|2.5\rPID|1||11^^^A&1.2&ISO^PI~22^^^B^INS||\"\"|||F|||^^^\rNTE|x\rPV1|1|I\r\r\r";

    [Test]
    public void Should_name_children_by_segment_field_and_type()
    {
        var document = Messages.Read(Message);

        Assert.Multiple(() =>
        {
            Assert.That(document.At("PID", "PID-3", "CX-1").Texts(), Is.EqualTo((string[])["11", "22"]));
            Assert.That(document.At("PID", "PID-3", "CX-4", "HD-2").Texts(), Is.EqualTo((string[])["1.2"]));
            Assert.That(document.One("PID", "PID-8").Name, Is.EqualTo("PID-8"));
            Assert.That(document.One("PID", "PID-8").Type, Is.EqualTo("IS"));
            Assert.That(document.At("PID", "PID-3")[0].Type, Is.EqualTo("CX"));
            Assert.That(document.At("PID", "XPN-1"), Is.Empty);
        });
    }

    [Test]
    public void Should_name_children_by_number_without_a_schema()
    {
        var document = Messages.ReadBare(Message);

        Assert.Multiple(() =>
        {
            Assert.That(document.At("PID", "PID-3", "4", "2").Texts(), Is.EqualTo((string[])["1.2"]));
            Assert.That(document.At("PID", "PID-3", "4")[0].Name, Is.EqualTo("4"));
            Assert.That(document.At("PID", "PID-3")[0].Type, Is.Null);
        });
    }

    [Test]
    public void Should_say_where_each_value_is()
    {
        var document = Messages.Read(Message);
        var node = document.At("PID", "PID-3")[1];
        var authority = document.At("PID", "PID-3", "CX-4", "HD-2")[0];

        Assert.Multiple(() =>
        {
            Assert.That(node.Place.Path, Is.EqualTo("PID[1]-3[2]"));
            Assert.That(node.Place.Offset, Is.EqualTo(Message.IndexOf("22^^^B", StringComparison.Ordinal)));
            Assert.That(authority.Place.Path, Is.EqualTo("PID[1]-3.4.2"));
            Assert.That(authority.Place.Offset, Is.EqualTo(Message.IndexOf("1.2&ISO", StringComparison.Ordinal)));
            Assert.That(document.One("PV1").Place.Path, Is.EqualTo("PV1[1]"));
        });
    }

    [Test]
    public void Should_keep_absent_cleared_and_valued_apart()
    {
        var document = Messages.Read(Message);
        var name = document.One("PID", "PID-5");

        Assert.Multiple(() =>
        {
            Assert.That(name.State, Is.EqualTo(NodeState.Cleared));
            Assert.That(name.Value.IsNone, Is.True);
            Assert.That(document.At("PID", "PID-7"), Is.Empty, "an empty field is absent");
            Assert.That(document.At("PID", "PID-11"), Is.Empty, "separators alone are no value");
            Assert.That(document.At("PID", "PID-30"), Is.Empty, "the segment ends before it");
            Assert.That(document.One("PID", "PID-8").State, Is.EqualTo(NodeState.Valued));
        });
    }

    [Test]
    public void Should_have_a_value_only_where_there_is_a_single_part()
    {
        var document = Messages.Read("MSH|^~\\&|A\rPID|||1^^^X~2^~3&&\r");
        Assert.That(document.At("PID", "PID-3").Select(node => node.Value.IsNone ? "none" : node.Value.Text), Is.EqualTo((string[])["none", "2", "3"]));
    }

    [Test]
    public void Should_not_split_the_delimiters_themselves()
    {
        var document = Messages.Read(Message);
        Assert.Multiple(() =>
        {
            Assert.That(document.One("MSH", "MSH-1").Value.Text, Is.EqualTo("|"));
            Assert.That(document.One("MSH", "MSH-2").Value.Text, Is.EqualTo("^~\\&"));
            Assert.That(document.One("MSH", "MSH-3").Value.Text, Is.EqualTo("GAP"));
            Assert.That(document.One("MSH", "MSH-10").Value.Text, Is.EqualTo("1"));
        });
    }

    [TestCase("\r")]
    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r\r\n")]
    public void Accepts_segments_that_end_in(string terminator)
    {
        var document = Messages.Read("MSH|^~\\&|A" + terminator + "PID|1" + terminator + terminator + "PV1|2" + terminator);
        Assert.That(document.At().Count + document.SegmentCount, Is.EqualTo(1 + 3));
        Assert.That(document.One("PV1", "PV1-1").Value.Text, Is.EqualTo("2"));
    }

    [TestCase("#", "@", "!", "%", "=")]
    [TestCase("$", ":", "*", "?", ";")]
    public void Accepts_any_delimiters(string field, string component, string repetition, string escape, string sub)
    {
        var text = Message.Replace("|", "\u0001").Replace("^", "\u0002").Replace("~", "\u0003").Replace("\\", "\u0004").Replace("&", "\u0005")
            .Replace("\u0001", field).Replace("\u0002", component).Replace("\u0003", repetition).Replace("\u0004", escape).Replace("\u0005", sub);
        Assert.That(Messages.Read(text).At("PID", "PID-3", "CX-4", "HD-2").Texts(), Is.EqualTo((string[])["1.2"]));
    }

    [Test]
    public void Should_not_split_on_a_delimiter_that_was_not_declared()
    {
        var document = Messages.ReadBare("MSH|^~|A&B\\C^D\rPID|||1&2\r");
        Assert.That(document.One("MSH", "MSH-3", "1").Value.Text, Is.EqualTo("A&B\\C"));
    }

    [Test]
    public void Should_take_the_type_of_an_observation_from_OBX_2()
    {
        var document = Messages.Read("MSH|^~\\&|A\rOBX|1|CE|x||A^B\rOBX|2|NM|x||12\r");
        Assert.Multiple(() =>
        {
            Assert.That(document.At("OBX", "OBX-5").Select(node => node.Type), Is.EqualTo((string[])["CE", "NM"]));
            Assert.That(document.At("OBX", "OBX-5", "CE-2").Texts(), Is.EqualTo((string[])["B"]));
        });
    }
}
