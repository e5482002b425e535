using System.Net.NetworkInformation;
using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Demo;

/// <summary>What <c>build/run --once</c> starts, twice on one data directory.</summary>
public sealed class When_the_demonstration_runs_once
{
    private readonly string _data = Directory.CreateTempSubdirectory("simphonie-demo-").FullName;
    private int _offset;
    private CommandRun _first = null!;
    private CommandRun _second = null!;

    [OneTimeSetUp]
    public async Task RunAsync()
    {
        _offset = FreeOffset();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        _first = await OnceAsync(patience.Token);
        _second = await OnceAsync(patience.Token);
    }

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(_data, recursive: true);

    [Test]
    public void Should_see_every_message_meet_its_expected_fate()
    {
        Assert.That(_first.Status, Is.Zero, _first.Output);
        Assert.That(Fates(_first), Has.Length.GreaterThanOrEqualTo(20).And.All.EndsWith("yes"));
    }

    [Test]
    public void Should_go_as_well_a_second_time_on_the_same_data()
    {
        Assert.That(_second.Status, Is.Zero, _second.Output);
        Assert.That(Fates(_second).Select(StateOf), Is.EqualTo(Fates(_first).Select(StateOf)));
    }

    [Test]
    public void Should_see_every_invoice_paid_or_rejected_to_the_cent()
    {
        foreach (var run in (CommandRun[])[_first, _second])
        {
            var parts = Table(run, 1)[..^1];
            var total = Table(run, 1)[^1];
            Assert.That(parts, Has.Length.GreaterThanOrEqualTo(25).And.All.EndsWith("yes"), run.Output);
            Assert.That(parts.Count(row => row.Contains("  paid  ", StringComparison.Ordinal)), Is.GreaterThan(0));
            var amounts = parts.Select(Amounts).ToList();
            Assert.That(amounts, Has.All.Matches<decimal[]>(one => one[0] == one[1] + one[2] + one[3]));
            Assert.That(Amounts(total), Is.EqualTo(Enumerable.Range(0, 4).Select(column => amounts.Sum(one => one[column]))));
            Assert.That(Amounts(total)[3], Is.Zero, "nothing is open at the end of the day");
        }
    }

    [Test]
    public void Should_leave_no_listener_behind()
    {
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port);
        Assert.That(listening.Intersect([2575 + _offset, 2576 + _offset, 8080 + _offset, 8090 + _offset]), Is.Empty);
    }

    [Test]
    public void Should_leave_no_secret_readable_by_others()
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        var exchanged = Path.Combine(_data, "demo-files"); // GAP and caisse name modes of their own inside: the folder itself is closed
        var open = Directory.EnumerateFileSystemEntries(_data, "*", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(exchanged + Path.DirectorySeparatorChar, StringComparison.Ordinal) && (File.GetUnixFileMode(path) & others) != UnixFileMode.None);
        Assert.That(open, Is.Empty);
    }

    private Task<CommandRun> OnceAsync(CancellationToken cancellationToken) => HubProcess.RunAsync(
        cancellationToken, "demo", "--once", "--data", _data, "--port-offset", _offset.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string[] Fates(CommandRun run) => Table(run, 0);

    /// <summary>The rows of a table that was printed.</summary>
    private static string[] Table(CommandRun run, int index)
    {
        var lines = run.Printed.Split('\n').Select(line => line.TrimEnd()).ToList();
        var rulers = lines.Select((line, at) => (line, at)).Where(one => one.line.StartsWith("---", StringComparison.Ordinal)).Select(one => one.at).ToList();
        return [.. lines.Skip(rulers[index] + 1).TakeWhile(line => line.Contains("  ", StringComparison.Ordinal))];
    }

    /// <summary>Asked, paid, rejected and open of a row: the four cells with a decimal point.</summary>
    private static decimal[] Amounts(string row) =>
        [.. row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(cell => cell.Contains('.', StringComparison.Ordinal)).Select(cell => decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>A row without the time it took.</summary>
    private static string StateOf(string row) => string.Join(' ', row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(cell => !int.TryParse(cell, out _)));

    /// <summary>An offset at which all four ports were free a moment ago.</summary>
    private static int FreeOffset()
    {
        while (true)
        {
            var offset = HubProcess.FreePort() % 20_000 + 20_000;
            var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port).ToHashSet();
            if (!taken.Overlaps([2575 + offset, 2576 + offset, 8080 + offset, 8090 + offset]))
            {
                return offset;
            }
        }
    }
}
