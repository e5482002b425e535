using System.CommandLine;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Tls;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Demo;
using Simphonie.Cli.Running;
using Simphonie.Core.Channels;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Authority;
using Simphonie.Simulators.Cdri;
using Simphonie.Simulators.Gap;

namespace Simphonie.Cli.Commands;

/// <summary><c>simphonie simulate [NAME…]</c>: simulators alone, to plug other software into. None of them is normative.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "cdri, gap, amo; without one, all.", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong("cdri", "gap", "amo");
        var data = CommonOptions.Data();
        var port = new Option<int>("--port") { Description = "Port of the CDRi simulator; the GAP listens on 2576.", DefaultValueFactory = _ => 8090 };
        var offset = new Option<int>("--port-offset") { Description = "Added to every port." };
        var latency = new Option<int>("--latency-ms") { Description = "Time the CDRi simulator takes for each answer." };
        var faults = new Option<double>("--fault-rate") { Description = "Share of calls that end with a fault, 0 to 1." };
        var down = new Option<bool>("--down") { Description = "The CDRi simulator refuses every call." };
        var command = new Command("simulate", "Run simulators alone; none is normative.") { names, data, port, offset, latency, faults, down };
        var amo = new SimulatedAmo();
        amo.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(names) is { Length: > 0 } chosen ? chosen : ["cdri", "gap", "amo"],
            parsed.GetValue(data)!,
            parsed.GetValue(port) + parsed.GetValue(offset),
            2576 + parsed.GetValue(offset),
            new() { LatencyMilliseconds = parsed.GetValue(latency), FaultRate = parsed.GetValue(faults), Down = parsed.GetValue(down) },
            (logs, cancellationToken) => StartAmoAsync(amo, parsed, parsed.GetValue(data)!, logs, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, string data, int cdriPort, int gapPort, Disturbance disturbance, Func<ILoggerFactory, CancellationToken, Task<AmoSimulator>> startAmo)
    {
        using var signals = new StopSignals();
        using var logs = HubLogs.Create(Path.Combine(data, "simulators"));
        CdriSimulator? cdri = null;
        GapSimulator? gap = null;
        AmoSimulator? amo = null;
        try
        {
            if (names.Contains("cdri", StringComparer.Ordinal))
            {
                cdri = await StartCdriAsync(data, cdriPort, disturbance, signals.Token);
                Console.WriteLine($"Ready: CDRi simulator, not normative, at {cdri.Url} (mutual TLS; certificates in {DemoSecrets.AuthorityIn(data)}).");
            }

            if (names.Contains("gap", StringComparer.Ordinal))
            {
                gap = new GapSimulator(new(IPAddress.Loopback, gapPort), null, logs, TimeProvider.System);
                await gap.StartAsync(signals.Token);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ready: GAP simulator, takes returns at 127.0.0.1:{gapPort}."));
            }

            if (names.Contains("amo", StringComparer.Ordinal))
            {
                amo = await startAmo(logs, signals.Token);
            }

            await signals.WaitAsync();
            return ExitStatus.Fine;
        }
        catch (ChannelStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Diagnostic.ToString());
            return ExitStatus.Environment;
        }
        finally
        {
            if (amo is not null)
            {
                await amo.DisposeAsync();
            }

            if (gap is not null)
            {
                await gap.DisposeAsync();
            }

            if (cdri is not null)
            {
                await cdri.DisposeAsync();
            }
        }
    }

    private static async Task<AmoSimulator> StartAmoAsync(SimulatedAmo amo, ParseResult parsed, string data, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var simulator = await amo.StartAsync(parsed, data, logs, cancellationToken);
        Console.WriteLine($"Ready: AMO simulator, not normative, takes test B2 files in {Path.Combine(amo.Folder(parsed, data), "in")}.");
        return simulator;
    }

    private static async Task<CdriSimulator> StartCdriAsync(string data, int port, Disturbance disturbance, CancellationToken cancellationToken)
    {
        var certificates = await DemoAuthority.EnsureAsync(DemoSecrets.AuthorityIn(data), TimeProvider.System, cancellationToken);
        return await CdriSimulator.StartAsync(
            new()
            {
                Port = port,
                ProfileFile = Path.Combine(Home.Schemas, "soap", "cdri-hub.profile.yaml"),
                InsuredFile = Path.Combine(Home.Directory, "samples", "demo", "insured.yaml"),
                Tls = TlsSettings.Of(certificates.Server, certificates.ServerKey, null, certificates.Authority, clientRequired: true),
                AssertionAuthorities = certificates.Authority,
                Disturbance = disturbance,
                Time = TimeProvider.System,
            },
            cancellationToken);
    }
}
