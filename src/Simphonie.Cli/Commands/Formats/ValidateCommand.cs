using System.CommandLine;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Cli.Commands.Formats;

/// <summary><c>simphonie validate FILE…</c>: checks messages against schemas; findings with their place in the message.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Messages.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--format") { Description = "hl7v2, fhir, xml, b2 or noemie; without it, what the first bytes tell." };
        var schema = new Option<string?>("--schema") { Description = "Schema, such as hl7v2/pam-fr@2.11; without it, the latest of the format." };
        var json = CommonOptions.Json();
        var command = new Command("validate", "Check messages against schemas.") { files, format, schema, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var findings = new DiagnosticBag();
            var schemas = SchemaFolder.Load(findings);
            foreach (var path in parsed.GetValue(files)!)
            {
                var found = new DiagnosticBag();
                if (!StreamedFile.TryValidate(path, parsed.GetValue(format), parsed.GetValue(schema), schemas, found, cancellationToken))
                {
                    Validate(path, parsed.GetValue(format), parsed.GetValue(schema), schemas, found);
                }

                findings.AddRange(found.Select(finding => finding.Place.File is null ? finding with { Place = finding.Place with { File = path } } : finding));
            }

            printer.Findings(findings);
            return Task.FromResult(findings.HasErrors ? ExitStatus.Findings : ExitStatus.Fine);
        });
        return command;
    }

    private static void Validate(string path, string? format, string? schema, ISchemaCatalog schemas, DiagnosticBag findings)
    {
        if (MessageFile.Open(path, format, schema, schemas, findings) is not { } message)
        {
            return;
        }

        if (message.Schema is null)
        {
            findings.AddRange(message.Document.Findings);
        }
        else
        {
            message.Format.Validate(message.Document, message.Schema, findings);
        }
    }
}
