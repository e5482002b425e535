using FsCheck;
using FsCheck.Fluent;
using Simphonie.Engine.Disk;
using Simphonie.Engine.Testing;

namespace Simphonie.Engine.Tests.Disk;

/// <summary>The marks of a disk that others fill and empty, with a reserve that takes room of it itself.</summary>
public sealed class When_space_comes_and_goes
{
    private string _directory = "";

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("simphonie-marks-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public void Should_be_no_better_with_less_space() => Prop.ForAll(Marks, Gen.Choose(0, 30_000).Two().ToArbitrary(), (marks, free) =>
    {
        var settings = new DiskMarkSettings(marks.Low, marks.Lower);
        var (less, more) = (Math.Min(free.Item1, free.Item2), Math.Max(free.Item1, free.Item2));
        return settings.LevelOf(less) >= settings.LevelOf(more)
            && (settings.LevelOf(less) >= DiskLevel.Low) == (less < marks.Low) && (settings.LevelOf(less) == DiskLevel.Lower) == (less < marks.Lower);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_come_to_rest_when_nobody_else_moves_the_space() => Prop.ForAll(Marks, Gen.Choose(0, 30_000).NonEmptyListOf().ToArbitrary(), (marks, spaces) =>
    {
        var disk = new Disk(marks, Path.Combine(_directory, "reserve"));
        foreach (var space in spaces)
        {
            disk.Space = space;
            disk.Look();
            disk.Look();
            var (level, held) = (disk.Look(), disk.IsHeld);
            if (disk.Look() != level || disk.IsHeld != held)
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_have_the_reserve_to_give_whenever_space_was_ample_for_it() => Prop.ForAll(Marks, marks =>
    {
        var disk = new Disk(marks, Path.Combine(_directory, "reserve")) { Space = marks.Low + marks.Reserve };
        disk.Look();
        var held = disk.IsHeld;
        disk.Space = marks.Lower - 1 + marks.Reserve;
        var level = disk.Look();
        return held && level == DiskLevel.Lower && !disk.IsHeld && disk.Free == marks.Lower - 1 + marks.Reserve;
    }).QuickCheckThrowOnFailure();

    // As hub.yaml asks for them: low above lower, and lower above the reserve.
    private static Arbitrary<(long Low, long Lower, int Reserve)> Marks { get; } = (
        from reserve in Gen.Choose(1, 4000)
        from above in Gen.Choose(1, 4000)
        from more in Gen.Choose(1, 4000)
        select ((long)(reserve + above + more), (long)(reserve + above), reserve)).ToArbitrary();

    private sealed class Disk
    {
        private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);
        private readonly DiskReserve _reserve;
        private readonly DiskMarks _marks;

        public Disk((long Low, long Lower, int Reserve) marks, string path)
        {
            File.Delete(path);
            _reserve = new(path, marks.Reserve);
            _marks = new(new(marks.Low, marks.Lower), () => Free, _reserve, _time);
        }

        /// <summary>What all others leave.</summary>
        public long Space { get; set; }

        public bool IsHeld => _reserve.IsHeld;

        public long Free => Space - (IsHeld ? _reserve.Bytes : 0);

        public DiskLevel Look()
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            return _marks.Level;
        }
    }
}
