using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes;
using Simphonie.Definitions.Processes.Diagrams;
using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Cli.Commands.Definitions;

/// <summary><c>definitions diagram NAME</c>: a process as SVG.</summary>
internal static class DiagramCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the process, with @VERSION for one that is not the latest." };
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders; without one, the shipped definitions.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--output") { Description = "File to write; without it, the output." };
        var command = new Command("diagram", "Draw a process as SVG.") { name, paths, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var findings = new DiagnosticBag();
            var load = DefinitionPaths.Load(parsed.GetValue(paths)!, null, findings);
            if (Find(load.Set.Processes, parsed.GetValue(name)!) is not { } process)
            {
                new Printer(Console.Out, Console.Error, json: false).Findings(
                    [.. load.Findings.Where(static finding => finding.Severity == Severity.Error), Diagnostic.Of(ProcessCodes.UnknownProcess, Place.Whole, "there is no process of that name and version.")]);
                return ExitStatus.Findings;
            }

            var svg = ProcessDiagram.Draw(process);
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file, svg, cancellationToken);
            }
            else
            {
                await Console.Out.WriteAsync(svg);
            }

            return ExitStatus.Fine;
        });
        return command;
    }

    private static ProcessDefinition? Find(IReadOnlyList<ProcessDefinition> processes, string reference)
    {
        var at = reference.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? reference : reference[..at];
        return processes
            .Where(process => process.Name == name && (at < 0 || process.Version.ToString(CultureInfo.InvariantCulture) == reference[(at + 1)..]))
            .MaxBy(static process => (process.Effective, process.Version));
    }
}
