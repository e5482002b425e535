using System.CommandLine;
using Microsoft.Extensions.Logging;
using Simphonie.Cli.Composition;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Cli.Commands;

/// <summary>The options of <c>simphonie simulate amo</c> and the simulator that they ask for. It is not normative.</summary>
internal sealed class SimulatedAmo
{
    private readonly Option<string?> _settings = new("--amo-settings") { Description = "YAML file with the shares, delays, faults and mail door of the AMO simulator." };
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
        var simulator = new AmoSimulator(Options(Path.Combine(folder, "in"), Path.Combine(folder, "out"), Path.Combine(folder, "mail"), parsed.GetValue(_settings)), logs);
        await simulator.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>The shipped forms with folders and the file of settings. Throws <see cref="ChannelStartException"/> when that is wrong.</summary>
    public static AmoSimulatorOptions Options(string inbox, string answers, string mailbox, string? file)
    {
        var settings = Read(file);
        return new()
        {
            Inbox = inbox,
            Answers = answers,
            Layouts = Path.Combine(Home.Schemas, "b2", "cp-2023.yaml"),
            ReturnForm = Path.Combine(Home.Schemas, "noemie", "ps.yaml"),
            AcknowledgementForm = Path.Combine(Home.Schemas, "noemie", "arl-hub-1.yaml"),
            Settings = settings,
            Mail = settings.Mail is { } mail ? Mail(mail, mailbox) : null,
            Time = TimeProvider.System,
        };
    }

    private static AmoMailOptions Mail(AmoMailSettings settings, string folder) => new()
    {
        Settings = settings,
        Folder = folder,
        ReturnProfile = Path.Combine(Home.Schemas, "mail", "noemie-rss.mail.yaml"),
        AcknowledgementProfile = Path.Combine(Home.Schemas, "mail", "arl-rss.mail.yaml"),
    };

    private static AmoSettings Read(string? path)
    {
        if (path is null)
        {
            return new AmoSettings();
        }

        var findings = new DiagnosticBag();
        var secrets = SecretResolver.OfMachine(Path.GetDirectoryName(Path.GetFullPath(path))!, findings);
        return AmoSettingsFile.Read(path, findings, secrets.Resolve) ?? throw new ChannelStartException(findings[0]);
    }
}
