using System.CommandLine;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Lint;

namespace Simphonie.Cli.Commands.Definitions;

/// <summary><c>simphonie lint [PATH…]</c>: checks definitions and <c>hub.yaml</c>; all findings at once, by file, line and column.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders; without one, the shipped definitions.", Arity = ArgumentArity.ZeroOrMore };
        var config = new Option<string?>("--config") { Description = "The hub.yaml whose channels and endpoints routes may name." };
        var json = CommonOptions.Json();
        var command = new Command("lint", "Check definitions and hub.yaml.") { paths, config, json };
        command.SetAction(parsed =>
        {
            var findings = new DiagnosticBag();
            var load = DefinitionPaths.Load(parsed.GetValue(paths)!, parsed.GetValue(config), findings);
            findings.AddRange(load.Findings);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            printer.Findings(FindingOrder.Sort(findings));
            if (!printer.Json && findings.Count == 0)
            {
                printer.Line($"{load.Set.Files.Count} files, no finding.");
            }

            return findings.HasErrors ? ExitStatus.Findings : ExitStatus.Fine;
        });
        return command;
    }
}
