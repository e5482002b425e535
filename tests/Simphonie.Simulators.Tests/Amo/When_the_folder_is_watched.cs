using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Tests.Amo;

public sealed class When_the_folder_is_watched
{
    private static readonly TimeSpan s_generous = TimeSpan.FromSeconds(60);

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("amo-").FullName;

    [TearDown]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Should_take_a_file_and_put_its_return_whole_into_the_other_folder()
    {
        var settings = new AmoSettings { RejectionsPerTenThousand = 0, AcknowledgeAfter = TimeSpan.Zero, ReturnAfter = TimeSpan.Zero };
        var options = AmoStand.Options(_folder, settings, TimeProvider.System);
        Directory.CreateDirectory(options.Answers);
        using var watcher = new FileSystemWatcher(options.Answers);
        var appeared = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, found) => Notice(found.FullPath);
        watcher.Renamed += (_, found) => Notice(found.FullPath);
        watcher.EnableRaisingEvents = true;
        await using var simulator = new AmoSimulator(options, NullLoggerFactory.Instance);
        await simulator.StartAsync(CancellationToken.None);

        var today = TimeProvider.System.GetUtcNow().ToString("yyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllBytesAsync(Path.Combine(options.Inbox, "LOT.b2"), SampleFile.With(2, 72, today));
        var answer = await appeared.Task.WaitAsync(s_generous);

        using var stand = new AmoStand();
        Assert.That(stand.Read(await File.ReadAllBytesAsync(answer)).Head!.Total, Is.EqualTo(6056));
        Assert.That(simulator.Counts, Is.EqualTo(new AmoCounts(1, 0, 2, 0)));

        void Notice(string path)
        {
            if (path.EndsWith("-noemie.dat", StringComparison.Ordinal))
            {
                appeared.TrySetResult(path);
            }
        }
    }
}
