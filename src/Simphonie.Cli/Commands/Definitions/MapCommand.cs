using System.Buffers;
using System.CommandLine;
using System.Text;
using Simphonie.Cli.Commands.Formats;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Cli.Commands.Definitions;

/// <summary><c>simphonie map MAPPING FILE</c>: translates a message; <c>--explain</c> shows where each value of the output comes from.</summary>
internal static class MapCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("MAPPING") { Description = "Name of the mapping, or NAME@VERSION." };
        var file = new Argument<string>("FILE") { Description = "The message." };
        var explain = new Option<bool>("--explain") { Description = "Show the rule, file and line, and the input places of each value." };
        var document = new Option<string[]>("--document") { Description = "NAME=FILE: another document that the mapping reads (answer=response.xml).", AllowMultipleArgumentsPerToken = false };
        var paths = new Option<string[]>("--from") { Description = "Files or folders of definitions; without one, the shipped ones." };
        var json = CommonOptions.Json();
        var command = new Command("map", "Translate a message.") { name, file, explain, document, paths, json };
        command.SetAction(parsed => Run(
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)), parsed.GetValue(name)!, parsed.GetValue(file)!, parsed.GetValue(document) ?? [], parsed.GetValue(paths) ?? [], parsed.GetValue(explain)));
        return command;
    }

    private static int Run(Printer printer, string name, string file, string[] documents, string[] paths, bool explain)
    {
        var findings = new DiagnosticBag();
        var load = DefinitionPaths.Load(paths, null, findings);
        findings.AddRange(load.Findings.Where(finding => finding.Severity == Severity.Error));
        if (load.Snapshot is not { } snapshot || Find(snapshot, name) is not { } mapping)
        {
            printer.Findings(findings);
            printer.Error($"There is no mapping {name}.");
            return ExitStatus.Findings;
        }

        var source = MessageFile.Open(file, null, mapping.From.Split('#')[0], snapshot.Schemas, findings);
        var named = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var (key, path) in documents.Select(text => text.Split('=', 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1])))
        {
            if (MessageFile.Open(path, null, null, snapshot.Schemas, findings) is { } other)
            {
                named[key] = other.Document;
            }
        }

        if (source is null || findings.HasErrors)
        {
            printer.Findings(findings);
            return ExitStatus.Findings;
        }

        named.TryAdd("message", source.Document);
        var result = mapping.Run(new()
        {
            Source = source.Document,
            Documents = named,
            Now = TimeProvider.System.GetLocalNow(),
            World = World.Test,
            Id = id => "id-" + id,
            Hub = "HUB",
            Establishment = "000000000",
            Explain = explain,
        });
        Show(printer, result, explain);
        return result.Output is null || result.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitStatus.Findings : ExitStatus.Fine;
    }

    private static void Show(Printer printer, MappingResult result, bool explain)
    {
        if (explain)
        {
            printer.Rows([.. result.Lineage.Select(entry => new Row
            {
                { "output", entry.OutputPath },
                { "rule", entry.Rule.ToString() },
                { "inputs", entry.Inputs.Select(place => place.ToString()).ToList() },
            })]);
        }
        else if (result.Output is { } output)
        {
            var writer = new ArrayBufferWriter<byte>();
            FormatSet.All[output.Format].Write(output, writer);
            printer.Line(Encoding.UTF8.GetString(writer.WrittenSpan).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }

        foreach (var finding in result.Findings)
        {
            printer.Error(finding.ToString());
        }
    }

    private static Mapping? Find(DefinitionSnapshot snapshot, string name)
    {
        var parts = name.Split('@');
        var versions = snapshot.Mappings.Where(mapping => mapping.Name == parts[0]).OrderByDescending(mapping => mapping.Version);
        return parts.Length == 2 ? versions.FirstOrDefault(mapping => mapping.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) == parts[1]) : versions.FirstOrDefault();
    }
}
