using System.CommandLine;
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
        var format = new Option<string?>("--format") { Description = "hl7v2, fhir or xml; without it, what the first bytes tell." };
        var schema = new Option<string?>("--schema") { Description = "Schema, such as hl7v2/pam-fr@2.11." };
        var json = CommonOptions.Json();
        var command = new Command("parse", "Show a message as a tree with positions.") { file, format, schema, json };
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

            printer.Rows(TreePrinter.Rows(message.Document));
            if (!printer.Json)
            {
                printer.Findings(message.Document.Findings);
            }

            return message.Document.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitStatus.Findings : ExitStatus.Fine;
        });
        return command;
    }
}
