using System.CommandLine;
using Simphonie.Cli.Commands.Cases;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Commands.Messages;

/// <summary><c>messages show ID</c>: what came in, what became of it step by step, and why it is where it is.</summary>
internal static class ShowMessage
{
    /// <summary>A return touches as many cases as it has invoices; <c>processes list</c> has them all.</summary>
    private const int MostCases = 20;

    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the message." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("show", "What became of a message, step by step, and why it is where it is.") { id, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var message = await journal.Reader.MessageAsync(parsed.GetValue(id), cancellationToken);
            if (message is null)
            {
                printer.Findings([JournalAccess.NotFound("message", parsed.GetValue(id))]);
                return ExitStatus.Findings;
            }

            var why = await WhyLines.ReadAsync(parsed.GetValue(data)!, journal.Reader, message.Id, cancellationToken);
            var handlings = await journal.Reader.HandlingsOfAsync(message.Id, cancellationToken);
            var sheet = MessageRows.Sheet(message);
            sheet.Add("keys", await new MessageKeys(journal.Reader, SchemaFolder.Load(new DiagnosticBag())).OfAsync(message, cancellationToken));
            var cases = await journal.Reader.Cases.OfMessageAsync(message.Id, 0, MostCases, cancellationToken);
            if (cases.Count > 0)
            {
                sheet.Add("cases", cases.Select(CaseRows.Short).ToList());
            }

            if (printer.Json)
            {
                sheet.Add("findings", message.Findings.Select(finding => finding.ToString()).ToList());
                sheet.Add("handlings", handlings.Select(MessageRows.Line).ToList());
                sheet.Add("why", why.SelectMany(sentences => sentences).ToList());
                printer.Sheet(sheet);
                return ExitStatus.Fine;
            }

            printer.Sheet(sheet);
            if (message.Findings.Count > 0)
            {
                printer.Line("");
                printer.Findings(message.Findings);
            }

            foreach (var sentence in why[0])
            {
                printer.Line(sentence);
            }

            foreach (var handling in handlings)
            {
                printer.Line("");
                await PrintAsync(printer, journal.Reader, handling, string.Join(" ", why[handling.Id]), cancellationToken);
            }

            return ExitStatus.Fine;
        });
        return command;
    }

    private static async Task PrintAsync(Printer printer, IJournalReader reader, HandlingRecord handling, string why, CancellationToken cancellationToken)
    {
        printer.Sheet(MessageRows.Handling(handling, why));
        var stages = await reader.StagesAsync(handling.Id, cancellationToken);
        printer.Rows([.. stages.SelectMany(stage => stage.Steps.Select(step => MessageRows.Step(stage.Ordinal, step)))]);
        var deliveries = await reader.DeliveriesOfAsync(handling.Id, cancellationToken);
        printer.Rows([.. deliveries.Select(MessageRows.Delivery)]);
        var attempts = new List<Row>();
        foreach (var delivery in deliveries)
        {
            attempts.AddRange((await reader.AttemptsAsync(delivery.Key, cancellationToken)).Select(MessageRows.Attempt));
        }

        printer.Rows(attempts);
    }
}
