using Simphonie.Engine.Disk;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Testing;

namespace Simphonie.Engine.Tests.Disk;

public sealed class When_the_disk_fills
{
    private string _directory = "";

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("simphonie-disk-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [TestCase(1000, DiskLevel.Ample)]
    [TestCase(999, DiskLevel.Low)]
    [TestCase(500, DiskLevel.Low)]
    [TestCase(499, DiskLevel.Lower)]
    public void Should_know_the_level(long free, DiskLevel expected) =>
        Assert.That(new DiskMarkSettings(1000, 500).LevelOf(free), Is.EqualTo(expected));

    [Test]
    public void Should_give_the_reserve_back_at_the_lower_mark_and_take_it_again_when_space_returns()
    {
        var time = new VirtualTime(DateTimeOffset.UnixEpoch);
        var reserve = new DiskReserve(Path.Combine(_directory, "reserve"), 3_000_000);
        var free = 20_000_000L;
        var marks = new DiskMarks(new(10_000_000, 5_000_000), () => free, reserve, time);

        Assert.That(marks.Level, Is.EqualTo(DiskLevel.Ample));
        Assert.That(reserve.IsHeld, Is.True);

        free = 4_000_000;
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(marks.Level, Is.EqualTo(DiskLevel.Lower));
        Assert.That(reserve.IsHeld, Is.False);

        free = 20_000_000;
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(marks.Level, Is.EqualTo(DiskLevel.Ample));
        Assert.That(reserve.IsHeld, Is.True);
    }

    [Test]
    public void Should_refuse_at_the_door()
    {
        var time = new VirtualTime(DateTimeOffset.UnixEpoch);
        var gate = new IntakeGate(10, new DiskMarks(new(1000, 500), () => 600, null, time));

        var refusal = gate.TryEnter();

        Assert.That(refusal!.Code, Is.EqualTo(IntakeCodes.DiskLow));
        Assert.That(refusal.StandardCode, Is.EqualTo("207"));
    }
}
