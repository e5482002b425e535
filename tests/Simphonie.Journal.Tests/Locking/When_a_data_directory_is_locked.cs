using Simphonie.Journal.Locking;

namespace Simphonie.Journal.Tests.Locking;

public sealed class When_a_data_directory_is_locked
{
    private DirectoryInfo _place = null!;

    [SetUp]
    public void MakePlace() => _place = Directory.CreateTempSubdirectory("simphonie-lock-");

    [TearDown]
    public void RemovePlace() => _place.Delete(recursive: true);

    [Test]
    public void Should_tell_the_second_who_holds_it()
    {
        var first = (LockOutcome.Taken)DataDirectoryLock.TryTake(_place.FullName);
        using var held = first.Lock;

        var second = DataDirectoryLock.TryTake(_place.FullName);

        Assert.That(second, Is.EqualTo(new LockOutcome.Held(Environment.ProcessId)));
        Assert.That(((LockOutcome.Held)second).Diagnostic(_place.FullName).Code, Is.EqualTo(JournalCodes.DirectoryInUse));
        Assert.That(DataDirectoryLock.IsHeld(_place.FullName), Is.True);
    }

    [Test]
    public void Should_be_free_again_when_given_back()
    {
        ((LockOutcome.Taken)DataDirectoryLock.TryTake(_place.FullName)).Lock.Dispose();

        Assert.That(DataDirectoryLock.IsHeld(_place.FullName), Is.False);
        var again = DataDirectoryLock.TryTake(_place.FullName);
        Assert.That(again, Is.InstanceOf<LockOutcome.Taken>());
        ((LockOutcome.Taken)again).Lock.Dispose();
    }

    [Test]
    public void Should_make_directory_and_files_for_their_owner_only()
    {
        var directory = Path.Combine(_place.FullName, "data");
        using var held = ((LockOutcome.Taken)DataDirectoryLock.TryTake(directory)).Lock;

        Assert.That(File.GetUnixFileMode(directory), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.That(
            Directory.EnumerateFiles(directory).Select(File.GetUnixFileMode),
            Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }
}
