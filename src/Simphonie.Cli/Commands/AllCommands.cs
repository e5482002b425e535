using System.CommandLine;
using Simphonie.Cli.Commands.Cases;
using Simphonie.Cli.Commands.Definitions;
using Simphonie.Cli.Commands.Formats;
using Simphonie.Cli.Commands.Journal;
using Simphonie.Cli.Commands.Lots;
using Simphonie.Cli.Commands.Maintenance;
using Simphonie.Cli.Commands.Messages;
using Simphonie.Cli.Commands.Returns;
using Simphonie.Cli.Commands.Sending;

namespace Simphonie.Cli.Commands;

/// <summary>The sub-commands of <c>simphonie</c>.</summary>
internal static class AllCommands
{
    public static IEnumerable<Command> Create() =>
    [
        RunCommand.Create(),
        DemoCommand.Create(),
        LintCommand.Create(),
        TestCommand.Create(),
        ParseCommand.Create(),
        ValidateCommand.Create(),
        MapCommand.Create(),
        SendCommand.Create(),
        MessagesCommand.Create(),
        ReplayCommand.Create(),
        DeadLettersCommand.Create(),
        WorkCommand.Create(),
        LotsCommand.Create(),
        DefinitionsCommand.Create(),
        ProcessesCommand.Create(),
        ReturnsCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        SimulateCommand.Create(),
        DoctorCommand.Create(),
        ReferenceCommand.Create(),
    ];
}
