using System.CommandLine;

namespace Simphonie.Cli.Commands.Cases;

/// <summary><c>simphonie processes list / show</c>: business cases, their states and timers.</summary>
internal static class ProcessesCommand
{
    public static Command Create() => new("processes", "Business cases, their states and timers.") { ListCases.Create(), ShowCase.Create() };
}
