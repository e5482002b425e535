using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Running;

namespace Simphonie.Cli.Commands;

/// <summary><c>simphonie run</c>: the hub, until it is told to stop.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan s_stopWithin = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var config = CommonOptions.Config();
        var data = CommonOptions.Data();
        var offset = new Option<int>("--port-offset") { Description = "Added to every port of hub.yaml." };
        var command = new Command("run", "Run the hub.") { config, data, offset };
        command.SetAction((parsed, _) => RunAsync(new()
        {
            Config = parsed.GetValue(config)!,
            Data = parsed.GetValue(data)!,
            PortOffset = parsed.GetValue(offset),
        }));
        return command;
    }

    private static async Task<int> RunAsync(HubOptions options)
    {
        using var signals = new StopSignals();
        HubSite site;
        try
        {
            site = await HubSite.StartAsync(options, signals.Token);
        }
        catch (HubStartException exception)
        {
            return StartFailure.Print(exception);
        }

        await using (site)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ready: hub {site.Definition.Hub}, world {site.Definition.World.ToString().ToLowerInvariant()}, process {Environment.ProcessId}. Ctrl-C stops it."));
            await signals.WaitAsync();
            using var limit = new CancellationTokenSource(s_stopWithin);
            await site.StopAsync(limit.Token);
        }

        return ExitStatus.Fine;
    }
}
