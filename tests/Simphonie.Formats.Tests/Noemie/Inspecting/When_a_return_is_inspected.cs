using Simphonie.Core.Messages;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Inspecting;

namespace Simphonie.Formats.Tests.Noemie.Inspecting;

public sealed class When_a_return_is_inspected
{
    private readonly NoemieInspector _inspector = NoemieInspector.For(NoemieFiles.Ps);

    [Test]
    public void Should_know_it_by_sender_file_date_and_exchange()
    {
        var inspection = _inspector.Inspect(ReturnText.Sample.Blocks);

        Assert.That((inspection.Readable, inspection.ControlId, inspection.Type), Is.EqualTo((true, "00000000017511/000123/260315/0908", "0908")));
        Assert.That(inspection.Findings, Is.Empty);
    }

    [TestCase(" ", World.Real)]
    [TestCase("R", World.Real)]
    [TestCase("T", World.Test)]
    [TestCase("D", World.Test)]
    public void Should_tell_its_world(string mark, World world) =>
        Assert.That(_inspector.Inspect(ReturnText.Sample.With(0, EntityLines.Header(world: mark)).Plain).World, Is.EqualTo(world));

    [Test]
    public void Should_say_when_it_names_no_world()
    {
        var inspection = _inspector.Inspect(ReturnText.Sample.With(0, EntityLines.Header(world: "X")).Plain);

        Assert.That(inspection.World, Is.Null);
        Assert.That(inspection.Findings.Single().Place.Path, Is.EqualTo("entity 1 (000), 71"));
    }

    [TestCase("")]
    [TestCase("000CP")]
    [TestCase("MSH|^~\\&|")]
    public void Should_not_read_what_has_no_whole_header(string text) =>
        Assert.That(_inspector.Inspect(System.Text.Encoding.ASCII.GetBytes(text)).Readable, Is.False);

    [Test]
    public void Should_be_told_from_a_file_that_only_begins_alike()
    {
        Assert.That(NoemieFormat.Recognises(ReturnText.Sample.Blocks), Is.True);
        Assert.That(NoemieFormat.Recognises(ReturnText.Sample.Plain), Is.True);
        Assert.That(NoemieFormat.Recognises(System.Text.Encoding.ASCII.GetBytes(EntityLines.Header() + new string('0', 512))), Is.False);
    }
}
