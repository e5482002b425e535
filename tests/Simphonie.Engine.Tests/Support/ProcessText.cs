using Simphonie.Core.Formats;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Engine.Tests.Support;

/// <summary>Processes of the tests, compiled as those of files are.</summary>
internal static class ProcessText
{
    /// <summary>A debt that is paid in parts, reminded of once and written off in the end.</summary>
    public const string Debt = """
        process: debt
        version: 1
        effective: 2020-01-01
        case: number
        holds:
          asked: money
          paid: money
          payer: text?
        states:
          open:
            first: true
            enter: {send: invoice, amount: case.asked}
            on:
              - payment: {if: event.amount + case.paid < case.asked, set: {paid: case.paid + event.amount}, stay: true}
              - payment: {if: event.amount + case.paid = case.asked, set: {paid: case.paid + event.amount}, to: settled}
              - handling-dead: {stay: true, work-item: find another address}
            ignore: [note]
            at:
              - entered + 10 minutes: {stay: true, alert: reminders are due}
              - entered + 20 minutes: {to: lost}
          settled: {end: settled}
          lost: {end: lost, work-item: write it off}
        always:
          - case.paid <= case.asked
        """;

    /// <summary>A file that comes with the product.</summary>
    public static string Shipped(string path)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, path);
    }

    public static ProcessDefinition Compile(string text, params string[] parameters)
    {
        var folder = Directory.CreateTempSubdirectory("process-text-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "it.process.yaml"), text);
            for (var i = 0; i < parameters.Length; i++)
            {
                File.WriteAllText(Path.Combine(folder, $"p{i}.parameters.yaml"), parameters[i]);
            }

            var load = new DefinitionLoader(new() { SchemaLoaders = [], Formats = new Dictionary<string, IFormat>(), Mappings = new MappingCompiler() }).Load([folder]);
            Assert.That(load.Findings.Where(static finding => finding.Severity == Core.Diagnostics.Severity.Error), Is.Empty);
            return load.Set.Processes.Single();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
