using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Lifecycle;

public sealed class When_a_hub_runs
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Should_keep_its_data_directory_for_its_owner(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int>());
        await site.StartAsync(cancellationToken);
        await site.SendAsync(Hl7Text.Movement("A02", "M1", "D1") + "NTE|1||" + new string('x', 100_000) + "\r", cancellationToken);

        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        const UnixFileMode directory = file | UnixFileMode.UserExecute;
        Assert.Multiple(() =>
        {
            Assert.That(File.GetUnixFileMode(site.Data), Is.EqualTo(directory));
            Assert.That(Directory.GetFiles(site.Data).Select(Path.GetFileName), Does.Contain("control.sock").And.Contain("journal.db").And.Contain("reserve"));
            foreach (var path in Directory.EnumerateFileSystemEntries(site.Data, "*", SearchOption.AllDirectories))
            {
                Assert.That(File.GetUnixFileMode(path), Is.EqualTo(Directory.Exists(path) ? directory : file), path);
            }
        });
    }
}
