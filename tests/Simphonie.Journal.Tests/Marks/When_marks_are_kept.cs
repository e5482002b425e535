using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Journal.Marks;

namespace Simphonie.Journal.Tests.Marks;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_marks_are_kept : IDisposable
{
    private static readonly LotMark[] s_marks =
    [
        new(new("750000010", World.Test, "01750"), 1204, 205, "0000XC"),
        new(new("750000010", World.Real, "01061"), 3, 3, "000003"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("marks-").FullName;

    private string FileName => Path.Combine(_folder, LotMarkFile.Name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Should_give_back_what_was_written_last()
    {
        var file = new LotMarkFile(FileName);
        Assert.That(file.Read(), Is.Empty);
        file.Write([s_marks[0] with { Sequence = 1 }]);
        file.Write(s_marks);

        Assert.That(new LotMarkFile(FileName).Read(), Is.EquivalentTo(s_marks));
    }

    [Test]
    public void Should_be_for_its_owner_alone()
    {
        new LotMarkFile(FileName).Write(s_marks);

        Assert.That(File.GetUnixFileMode(FileName), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TestCase(3)]
    [TestCase(40)]
    public void Should_not_take_a_damaged_file_for_good(int at)
    {
        new LotMarkFile(FileName).Write(s_marks);
        var bytes = File.ReadAllBytes(FileName);
        bytes[at] = (byte)(bytes[at] == '7' ? '8' : '7');
        File.WriteAllBytes(FileName, bytes);

        Assert.That(() => new LotMarkFile(FileName).Read(), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void Should_not_take_a_file_that_was_cut_for_good()
    {
        new LotMarkFile(FileName).Write(s_marks);
        File.WriteAllBytes(FileName, File.ReadAllBytes(FileName)[..20]);

        Assert.That(() => new LotMarkFile(FileName).Read(), Throws.InstanceOf<InvalidDataException>());
    }
}
