using System.CommandLine;
using Simphonie.Cli.Commands.Definitions;
using Simphonie.Cli.Commands.Formats;

namespace Simphonie.Cli.Commands;

/// <summary>The sub-commands of <c>simphonie</c>.</summary>
internal static class AllCommands
{
    public static IEnumerable<Command> Create() =>
    [
        LintCommand.Create(),
        ParseCommand.Create(),
        ValidateCommand.Create(),
        MapCommand.Create(),
    ];
}
