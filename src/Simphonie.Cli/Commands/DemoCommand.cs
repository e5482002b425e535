using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Demo;
using Simphonie.Cli.Demo.Day;
using Simphonie.Cli.Demo.Invoices;
using Simphonie.Cli.Output;
using Simphonie.Cli.Running;
using Simphonie.Core.Channels;

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
        var once = new Option<bool>("--once") { Description = "Send the sample day, print the fate of each message and invoice, and end." };
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
            site = await DemoSite.StartAsync(data, ports, once ? "amo-day.yaml" : "amo.yaml", signals.Token);
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
        var printer = new Printer(Console.Out, Console.Error, json: false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_dayWithin);
        try
        {
            var messages = await new DayRun(site, ports, printer).RunAsync(limit.Token);
            var invoices = await new InvoiceRun(site, ports, printer).RunAsync(limit.Token);
            return messages && invoices ? ExitStatus.Fine : ExitStatus.Findings;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            printer.Error(string.Create(CultureInfo.InvariantCulture, $"Not everything met its fate within {s_dayWithin.TotalSeconds:0} seconds; `messages list`, `lots list` and `processes list` say where each is."));
            return ExitStatus.Findings;
        }
        catch (OperationCanceledException)
        {
            printer.Error("The day was interrupted; what was received is in the journal.");
            return ExitStatus.Findings;
        }
    }

    private static void Print(string data, DemoPorts ports)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Ready: Simphonie Hub demonstration, process {Environment.ProcessId}. Ctrl-C stops it.
              HL7 v2 in (MLLP)            127.0.0.1:{ports.MllpIn}
              returns to the GAP (MLLP)   127.0.0.1:{ports.GapReturn}   simulated, echoes every return
              FHIR and health             http://127.0.0.1:{ports.Http}/fhir, /health/live, /health/ready
              CDRi                        https://127.0.0.1:{ports.Simulators}/cdri   simulated, not normative, mutual TLS
              caisse, files of the GAP    {new DemoFolders(data).Root}   the caisse is simulated, not normative
              journal and keys            {Path.GetFullPath(data)}
              look into it                build/simphonie messages list --data {data}
            """));
    }
}
