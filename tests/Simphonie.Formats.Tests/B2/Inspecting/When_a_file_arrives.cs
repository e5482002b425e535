using Simphonie.Core.Messages;
using Simphonie.Formats.B2.Inspecting;

namespace Simphonie.Formats.Tests.B2.Inspecting;

public sealed class When_a_file_arrives
{
    private static readonly B2Inspector Inspector = B2Inspector.For(B2Files.Cp2023);

    [Test]
    public void Should_say_who_sent_what_and_when()
    {
        var inspection = Inspector.Inspect(SampleFile.Bytes("\r\n"));

        Assert.That(inspection.Readable);
        Assert.That(inspection.ControlId, Is.EqualTo("00000750000010-F00001-260105"));
        Assert.That(inspection.DuplicateKey, Is.EqualTo("00000750000010\u001FF00001\u001F260105"));
        Assert.That(inspection.Type, Is.EqualTo("B2-CP"));
        Assert.That(inspection.SentAt, Is.EqualTo(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.FromHours(1))));
        Assert.That(inspection.Keys.Select(key => $"{key.Name}={key.Value}"), Is.EqualTo(new[] { "file=F00001", "finess=750000010", "lot=750000010/007" }));
        Assert.That(inspection.Keys, Has.All.Property("Identity").False);
    }

    [TestCase("R", World.Real)]
    [TestCase("T", World.Test)]
    [TestCase("D", World.Test)]
    [TestCase(" ", World.Test)]
    public void Should_tell_the_world_by_the_mark_of_the_lot(string mark, World world) =>
        Assert.That(Inspector.Inspect(SampleFile.With(13, 55, mark)).World, Is.EqualTo(world));

    [Test]
    public void Should_say_when_the_world_stands_too_far_behind()
    {
        var records = SampleFile.Records;
        var large = SampleFile.Of([.. records[..2], .. Enumerable.Repeat(records[2..12], 60).SelectMany(records => records), .. records[12..]]);
        var inspection = Inspector.Inspect(large.AsSpan(0, 64 * 1024));

        Assert.That(inspection.World, Is.Null);
        Assert.That(inspection.Findings.Select(finding => finding.Code.Id), Is.EqualTo(new[] { "SIM2530" }));
    }

    [TestCase(0)]
    [TestCase(127)]
    public void Should_not_be_readable_without_a_whole_header(int length) =>
        Assert.That(Inspector.Inspect(SampleFile.Bytes().AsSpan(0, length)).Readable, Is.False);

    [Test]
    public void Should_not_be_readable_without_the_name_of_the_file() =>
        Assert.That(Inspector.Inspect(SampleFile.With(1, 50, "      ")).Readable, Is.False);
}
