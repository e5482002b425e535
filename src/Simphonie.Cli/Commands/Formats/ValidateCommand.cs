using System.CommandLine;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Commands.Formats;

/// <summary><c>simphonie validate FILE…</c>: checks messages against schemas; findings with their place in the message.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Messages.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--format") { Description = "hl7v2, fhir or xml; without it, what the first bytes tell." };
        var schema = new Option<string?>("--schema") { Description = "Schema, such as hl7v2/pam-fr@2.11; without it, the latest of the format." };
        var json = CommonOptions.Json();
        var command = new Command("validate", "Check messages against schemas.") { files, format, schema, json };
        command.SetAction(parsed =>
        {
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var findings = new DiagnosticBag();
            var schemas = SchemaFolder.Load(findings);
            foreach (var path in parsed.GetValue(files)!)
            {
                if (MessageFile.Open(path, parsed.GetValue(format), parsed.GetValue(schema), schemas, findings) is { } message)
                {
                    var found = new DiagnosticBag();
                    found.AddRange(message.Document.Findings);
                    if (message.Schema is not null)
                    {
                        message.Format.Validate(message.Document, message.Schema, found);
                    }

                    findings.AddRange(found.Select(finding => finding with { Place = finding.Place with { File = path } }));
                }
            }

            printer.Findings(findings);
            return findings.HasErrors ? ExitStatus.Findings : ExitStatus.Fine;
        });
        return command;
    }
}
