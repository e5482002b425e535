using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Commands.Cases;

/// <summary><c>processes show ID</c>: what a case holds, and how it came there.</summary>
internal static class ShowCase
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the case." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var after = new Option<int>("--after") { Description = "Only events after this one: the next page." };
        var command = new Command("show", "What a case holds, and how it came there.") { id, data, json, limit, after };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            if (await journal.Reader.Cases.CaseAsync(parsed.GetValue(id), cancellationToken) is not { } found)
            {
                printer.Findings([JournalAccess.NotFound("case", parsed.GetValue(id))]);
                return ExitStatus.Findings;
            }

            var definition = await journal.Reader.Cases.DefinitionAsync(found.Definition, cancellationToken);
            var history = await journal.Reader.Cases.HistoryAsync(found.Id, parsed.GetValue(after), parsed.GetValue(limit), cancellationToken);
            var sheet = CaseRows.Sheet(found, definition);
            if (printer.Json)
            {
                sheet.Add("history", history.Select(CaseRows.Line).ToList());
                printer.Sheet(sheet);
                return ExitStatus.Fine;
            }

            printer.Sheet(sheet);
            printer.Line("");
            printer.Rows([.. history.Select(CaseRows.Event)]);
            if (history.Count == parsed.GetValue(limit))
            {
                printer.Error(string.Create(CultureInfo.InvariantCulture, $"More: --after {history[^1].Ordinal}"));
            }

            return ExitStatus.Fine;
        });
        return command;
    }
}
