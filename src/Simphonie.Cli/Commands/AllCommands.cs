using System.CommandLine;

namespace Simphonie.Cli.Commands;

/// <summary>The sub-commands of <c>simphonie</c>.</summary>
internal static class AllCommands
{
    public static IEnumerable<Command> Create() => [];
}
