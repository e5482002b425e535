using System.CommandLine;
using Simphonie.Cli.Output;
using Simphonie.Core.Lots;

namespace Simphonie.Cli.Commands.Lots;

/// <summary><c>simphonie lots show</c>: one lot and its invoices.</summary>
internal static class ShowLot
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the lot." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var command = new Command("show", "One lot and its invoices.") { id, data, json, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            if (await journal.Reader.Lots.LotAsync(parsed.GetValue(id), cancellationToken) is not { } lot)
            {
                printer.Findings([JournalAccess.NotFound("lot", parsed.GetValue(id))]);
                return ExitStatus.Findings;
            }

            var entries = await journal.Reader.Lots.EntriesAsync(lot.Id, liveOnly: false, records: false, 0, parsed.GetValue(limit), cancellationToken);
            Print(printer, parsed.GetValue(json), lot, entries);
            return ExitStatus.Fine;
        });
        return command;
    }

    // A machine gets one array: the lot first, then its invoices.
    private static void Print(Printer printer, bool json, LotRecord lot, IReadOnlyList<LotEntry> entries)
    {
        if (json)
        {
            printer.Rows([LotRows.Sheet(lot), .. entries.Select(LotRows.Entry)]);
            return;
        }

        printer.Sheet(LotRows.Sheet(lot));
        printer.Rows([.. entries.Select(LotRows.Entry)]);
    }
}
