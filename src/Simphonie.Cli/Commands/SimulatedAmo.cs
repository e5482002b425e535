using System.CommandLine;
using Microsoft.Extensions.Logging;
using Simphonie.Cli.Composition;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Cli.Commands;

/// <summary>The options of <c>simphonie simulate amo</c> and the simulator that they ask for. It is not normative.</summary>
internal sealed class SimulatedAmo
{
    private readonly Option<string?> _settings = new("--amo-settings") { Description = "YAML file with the rate of rejection, delays and faults of the AMO simulator." };
    private readonly Option<string?> _folder = new("--amo-folder") { Description = "Folder of the AMO simulator: B2 files go into its 'in', answers come in its 'out'; without it, 'amo' in the data directory." };

    public void AddTo(Command command)
    {
        command.Add(_settings);
        command.Add(_folder);
    }

    public string Folder(ParseResult parsed, string data) => Path.GetFullPath(parsed.GetValue(_folder) ?? Path.Combine(data, "amo"));

    /// <summary>Throws <see cref="ChannelStartException"/> when settings, forms or folders do not allow it.</summary>
    public async Task<AmoSimulator> StartAsync(ParseResult parsed, string data, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var folder = Folder(parsed, data);
        var simulator = new AmoSimulator(
            new()
            {
                Inbox = Path.Combine(folder, "in"),
                Answers = Path.Combine(folder, "out"),
                Layouts = Path.Combine(Home.Schemas, "b2", "cp-2023.yaml"),
                ReturnForm = Path.Combine(Home.Schemas, "noemie", "ps.yaml"),
                AcknowledgementForm = Path.Combine(Home.Schemas, "noemie", "arl-hub-1.yaml"),
                Settings = Read(parsed.GetValue(_settings)),
                Time = TimeProvider.System,
            },
            logs);
        await simulator.StartAsync(cancellationToken);
        return simulator;
    }

    private static AmoSettings Read(string? path)
    {
        var findings = new DiagnosticBag();
        return path is null ? new AmoSettings() : AmoSettingsFile.Read(path, findings) ?? throw new ChannelStartException(findings[0]);
    }
}
