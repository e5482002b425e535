using System.CommandLine;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;
using Simphonie.Definitions.Testing.Processes;
using Simphonie.Engine.Testing;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Cli.Commands.Definitions;

/// <summary><c>simphonie test [PATH…]</c>: runs the tests of definitions, with mocked endpoints and a clock of their own.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders; without one, the shipped definitions.", Arity = ArgumentArity.ZeroOrMore };
        var config = new Option<string?>("--config") { Description = "The hub.yaml whose channels and endpoints routes may name." };
        var json = CommonOptions.Json();
        var command = new Command("test", "Run the tests of definitions.") { paths, config, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)), parsed.GetValue(paths)!, parsed.GetValue(config), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Printer printer, string[] paths, string? config, CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var load = DefinitionPaths.Load(paths, config, findings);
        findings.AddRange(load.Findings.Where(finding => finding.Severity == Severity.Error));
        var tests = TestFileReader.Read(load.Set, findings);
        if (load.Snapshot is not { } snapshot || findings.HasErrors)
        {
            printer.Findings(findings);
            return ExitStatus.Findings;
        }

        var results = new List<TestResult>();
        foreach (var test in tests)
        {
            results.Add(await RunAsync(test, snapshot, cancellationToken));
        }

        printer.Rows([.. results.Select(result => new Row { { "test", $"{result.Place.File}({result.Place.Line}): {result.Name}" }, { "passed", result.Passed } })]);
        printer.Findings(results.SelectMany(result => result.Failures));
        if (!printer.Json)
        {
            printer.Line($"{results.Count(result => result.Passed)} passed, {results.Count(result => !result.Passed)} failed");
        }

        return results.TrueForAll(result => result.Passed) ? ExitStatus.Fine : ExitStatus.Findings;
    }

    private static async Task<TestResult> RunAsync(DefinitionTest test, DefinitionSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (test is MappingTest mapping)
        {
            return new MappingTestRunner(FormatSet.All, snapshot).Run(mapping);
        }

        if (test is ProcessTest process)
        {
            return new ProcessTestRunner(snapshot).Run(process);
        }

        var directory = Directory.CreateTempSubdirectory("simphonie-test-").FullName;
        try
        {
            var runner = new RouteTestRunner(
                new() { All = FormatSet.All, Lots = FormatSet.Lots, Returns = FormatSet.Returns },
                snapshot,
                async time => (IJournal)await SqliteJournal.OpenAsync(new() { Directory = directory, TimeProvider = time, Codes = CodeCatalog.Find }, cancellationToken));
            return await runner.RunAsync((RouteTest)test, cancellationToken);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
