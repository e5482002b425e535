using System.Globalization;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Demo.Day;

/// <summary>Sends the sample day, waits for the fate of each message, and prints them.</summary>
internal sealed class DayRun(DemoSite site, DemoPorts ports, Printer printer)
{
    /// <summary>True when each met the fate that is expected.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var day = DayFile.Read(Path.Combine(Home.Directory, "samples", "demo", "day.yaml"), findings);
        if (findings.HasErrors)
        {
            printer.Findings(findings);
            return false;
        }

        return Show(await FollowAsync(day, cancellationToken));
    }

    private async Task<DayOutcome[]> FollowAsync(IReadOnlyList<DayEntry> day, CancellationToken cancellationToken)
    {
        var sender = new DaySender(ports, TimeProvider.System.GetUtcNow());
        var watch = new DayWatch(site.Hub.Journal.Reader);
        var following = new List<Task<DayOutcome>>();
        foreach (var entry in day)
        {
            var answer = await sender.SendAsync(entry, cancellationToken);
            following.Add(watch.FollowAsync(entry, answer, await watch.FindAsync(entry, answer, cancellationToken), cancellationToken));
        }

        return await Task.WhenAll(following);
    }

    private bool Show(DayOutcome[] outcomes)
    {
        printer.Rows([.. outcomes.Select(RowOf)]);
        var wrong = outcomes.Where(outcome => !outcome.IsExpected).ToList();
        foreach (var outcome in wrong)
        {
            printer.Error($"{outcome.Entry.Name}: expected {outcome.Entry.Expected}, was {outcome.Fate}");
        }

        printer.Line(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Length - wrong.Count} of {outcomes.Length} messages met their expected fate; {site.Gap.Receipts.Count} returns reached the GAP, {site.Cdri.Counts.Calls} calls reached the CDRi simulator."));
        return wrong.Count == 0;
    }

    private static Row RowOf(DayOutcome outcome) => new()
    {
        { "message", outcome.Entry.Name },
        { "came in", $"{outcome.Type} {outcome.Fate.Answer}" },
        { "called", outcome.Called },
        { "went back", outcome.WentBack },
        { "state", outcome.Fate.Handling == "-" ? outcome.Fate.State : $"{outcome.Fate.State}, {outcome.Fate.Handling}" },
        { "work", outcome.Fate.WorkItems },
        { "ms", outcome.Took is { } took ? (long)took.TotalMilliseconds : null },
        { "expected", outcome.IsExpected },
    };
}
