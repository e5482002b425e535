using System.CommandLine;
using Simphonie.Cli.Commands.Formats.Views;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Commands.Formats;

/// <summary><c>simphonie parse FILE</c>: shows a message as a tree with positions.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The message." };
        var format = new Option<string?>("--format") { Description = "hl7v2, fhir, xml, b2 or noemie; without it, what the first bytes tell." };
        var schema = new Option<string?>("--schema") { Description = "Schema, such as hl7v2/pam-fr@2.11." };
        var tree = new Option<bool>("--tree") { Description = "Every node with its position, also where the format has a shorter view." };
        var explain = new Option<int?>("--explain") { Description = "Draw the fields of the record or entity of this number under a ruler." };
        var json = CommonOptions.Json();
        var command = new Command("parse", "Show a message as a tree with positions, a return as payments and rejections.") { file, format, schema, tree, explain, json };
        command.SetAction(parsed =>
        {
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var findings = new DiagnosticBag();
            var schemas = SchemaFolder.Load(findings);
            var message = MessageFile.Open(parsed.GetValue(file)!, parsed.GetValue(format), parsed.GetValue(schema), schemas, findings);
            if (message is null)
            {
                printer.Findings(findings);
                return ExitStatus.Findings;
            }

            if (parsed.GetValue(explain) is { } number)
            {
                return Explain(message, number, printer);
            }

            printer.Rows(DocumentViews.Rows(message.Document, parsed.GetValue(tree)));
            if (!printer.Json)
            {
                printer.Findings(message.Document.Findings);
            }

            return message.Document.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitStatus.Findings : ExitStatus.Fine;
        });
        return command;
    }

    private static int Explain(MessageFile message, int number, Printer printer)
    {
        if (DocumentViews.Explain(message.Document, number) is not { } lines)
        {
            printer.Findings([Diagnostic.Of(CommandCodes.NoSuchRecord, Place.InFile(message.Path, 0, 0), "The message has no record or entity of this number.")]);
            return ExitStatus.Findings;
        }

        foreach (var line in lines)
        {
            printer.Line(line);
        }

        return ExitStatus.Fine;
    }
}
