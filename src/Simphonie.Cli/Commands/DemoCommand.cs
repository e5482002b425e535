using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Demo;
using Simphonie.Cli.Output;
using Simphonie.Cli.Running;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Commands;

/// <summary><c>simphonie demo</c>: what <c>build/run</c> starts. With <c>--once</c> it sends the sample day and ends.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan s_stopWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_dayWithin = TimeSpan.FromMinutes(2);

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var offset = new Option<int>("--port-offset") { Description = "Added to every port." };
        var once = new Option<bool>("--once") { Description = "Send the sample day, print the fate of each message, and end." };
        var command = new Command("demo", "Run the demonstration: hub and simulators.") { data, offset, once };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(data)!, new(parsed.GetValue(offset)), parsed.GetValue(once)));
        return command;
    }

    private static async Task<int> RunAsync(string data, DemoPorts ports, bool once)
    {
        using var signals = new StopSignals();
        DemoSite site;
        try
        {
            site = await DemoSite.StartAsync(data, ports, signals.Token);
        }
        catch (HubStartException exception)
        {
            return StartFailure.Print(exception);
        }
        catch (ChannelStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Diagnostic.ToString());
            return ExitStatus.Environment;
        }

        await using (site)
        {
            Print(data, ports);
            var status = ExitStatus.Fine;
            if (once)
            {
                status = await SendDayAsync(site, ports, signals.Token);
            }
            else
            {
                await signals.WaitAsync();
            }

            using var limit = new CancellationTokenSource(s_stopWithin);
            await site.Hub.StopAsync(limit.Token);
            return status;
        }
    }

    private static async Task<int> SendDayAsync(DemoSite site, DemoPorts ports, CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var day = DayFile.Read(Path.Combine(Home.Directory, "samples", "demo", "day.yaml"), findings);
        var printer = new Printer(Console.Out, Console.Error, json: false);
        if (findings.HasErrors)
        {
            printer.Findings(findings);
            return ExitStatus.Findings;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_dayWithin);
        try
        {
            return Show(printer, site, await FollowDayAsync(site, ports, day, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            printer.Error(string.Create(CultureInfo.InvariantCulture, $"Not every message met its fate within {s_dayWithin.TotalSeconds:0} seconds; `messages list` and `messages show` say where each is."));
            return ExitStatus.Findings;
        }
        catch (OperationCanceledException)
        {
            printer.Error("The day was interrupted; what was received is in the journal.");
            return ExitStatus.Findings;
        }
    }

    private static async Task<DayOutcome[]> FollowDayAsync(DemoSite site, DemoPorts ports, IReadOnlyList<DayEntry> day, CancellationToken cancellationToken)
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

    private static int Show(Printer printer, DemoSite site, DayOutcome[] outcomes)
    {
        printer.Rows([.. outcomes.Select(RowOf)]);
        var wrong = outcomes.Where(outcome => !outcome.IsExpected).ToList();
        foreach (var outcome in wrong)
        {
            printer.Error($"{outcome.Entry.Name}: expected {outcome.Entry.Expected}, was {outcome.Fate}");
        }

        printer.Line(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Length - wrong.Count} of {outcomes.Length} messages met their expected fate; {site.Gap.Receipts.Count} returns reached the GAP, {site.Cdri.Counts.Calls} calls reached the CDRi simulator."));
        return wrong.Count == 0 ? ExitStatus.Fine : ExitStatus.Findings;
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

    private static void Print(string data, DemoPorts ports)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Ready: Simphonie Hub demonstration, process {Environment.ProcessId}. Ctrl-C stops it.
              HL7 v2 in (MLLP)            127.0.0.1:{ports.MllpIn}
              returns to the GAP (MLLP)   127.0.0.1:{ports.GapReturn}   simulated, echoes every return
              FHIR and health             http://127.0.0.1:{ports.Http}/fhir, /health/live, /health/ready
              CDRi                        https://127.0.0.1:{ports.Simulators}/cdri   simulated, not normative, mutual TLS
              journal and keys            {Path.GetFullPath(data)}
              look into it                build/simphonie messages list --data {data}
            """));
    }
}
