using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Commands.Returns;

/// <summary><c>returns parked</c>: parts that could not be brought to a case without guessing.</summary>
internal static class ListParked
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var of = new Option<long?>("--return") { Description = "Id of the return." };
        var all = new Option<bool>("--all") { Description = "Those too that were decided." };
        var after = new Option<long>("--after") { Description = "Only ids above this one: the next page." };
        var command = new Command("parked", "Parts of invoices that wait for a decision, oldest first.") { data, json, limit, of, all, after };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var query = new ParkedQuery { Return = parsed.GetValue(of), WaitingOnly = !parsed.GetValue(all), After = parsed.GetValue(after), Limit = parsed.GetValue(limit) };
            var parked = await journal.Reader.Returns.ParkedAsync(query, cancellationToken);
            printer.Rows([.. parked.Select(ReturnRows.Of)]);
            if (!printer.Json && parked.Count == query.Limit)
            {
                printer.Error(string.Create(CultureInfo.InvariantCulture, $"More: --after {parked[^1].Id}"));
            }

            return ExitStatus.Fine;
        });
        return command;
    }
}
