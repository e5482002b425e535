using System.Text.RegularExpressions;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Lots;

public sealed partial class When_the_hub_dies_over_lots
{
    private const int Invoices = 60;

    /// <summary>Dies again and again, each time at another commit, while invoices come in and lots close; then looks at every file that arrived anywhere.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Should_neither_lose_nor_repeat_nor_renumber(int seed)
    {
        var random = new Random(seed);
        var directory = Directory.CreateTempSubdirectory("simphonie-lots-").FullName;
        var caisse = new FakeEndpoint("caisse");
        var marks = new MemoryMarks();
        var definitions = new FakeDefinitions(LotSite.Adds, LotSite.Sends);
        var site = LotSite.Lots with { Invoices = 4 };
        var sent = 0;
        while (sent < Invoices)
        {
            var commits = random.Next(3, 40);
            var died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            bool Dies(IReadOnlyList<JournalWrite> writes)
            {
                if (Interlocked.Decrement(ref commits) > 0)
                {
                    return false;
                }

                died.TrySetResult();
                return true;
            }

            var hub = await TestHub.StartAsync(new TestHubOptions { Directory = directory, Definitions = definitions, Lots = site, Marks = marks, DiesAt = Dies }, caisse);
            while (sent < Invoices && !died.Task.IsCompleted)
            {
                sent++;
                await hub.SendAsync($"id={sent};no={sent};amount={sent}");
            }

            await Task.WhenAny(died.Task, hub.QuietAsync());
            await hub.KillAsync();
        }

        await using var last = await TestHub.StartAsync(new TestHubOptions { Directory = directory, Definitions = definitions, Lots = site, Marks = marks }, caisse);
        await last.UntilAsync(async () => (await last.Reader.FiguresAsync(default)) is { Unsequenced: 0, Ready: 0, PendingDeliveries: 0 }, "worked off");
        foreach (var open in await last.Reader.Lots.LotsAsync(new() { State = LotState.Open }, default))
        {
            await last.Engine.Lots!.CloseAsync(new($"end-{open.Id}", "anne"), open.Id, default);
        }

        await last.UntilAsync(
            async () => (await last.Reader.Lots.LotsAsync(new() { Limit = 1000 }, default)).All(lot => lot.State == LotState.Sent),
            "all lots sent");
        var files = caisse.Texts.Distinct().ToList();
        Assert.That(files.Select(text => Number().Match(text).Groups["value"].Value), Is.Unique, "no number was given to two files");
        Assert.That(files.Select(text => File().Match(text).Groups["value"].Value), Is.Unique, "no file id was given to two files");
        Assert.That(files.SelectMany(text => Invoice().Matches(text)).Select(match => int.Parse(match.Groups["value"].Value)).Order(), Is.EqualTo(Enumerable.Range(1, Invoices)), "every invoice left in one file");
        Assert.That(caisse.Received.GroupBy(one => one.Identity).All(same => same.Select(one => one.Text).Distinct().Count() == 1), "what is repeated is the same");
    }

    [GeneratedRegex("lot=(?<value>[0-9]+);", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("file=(?<value>[0-9A-Z]{6});", RegexOptions.NonBacktracking)]
    private static partial Regex File();

    [GeneratedRegex(";no=(?<value>[0-9]+);", RegexOptions.NonBacktracking)]
    private static partial Regex Invoice();
}
