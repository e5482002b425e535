using System.CommandLine;
using Simphonie.Cli.Output;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Commands.Returns;

/// <summary><c>returns show ID</c>: what became of a return, with its transfers, deductions and single payments, its rejections and what waits.</summary>
internal static class ShowReturn
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the return." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var command = new Command("show", "What became of a return, with its transfers, other money, rejections and what waits.") { id, data, json, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var reader = journal.Reader.Returns;
            if (await reader.ReturnAsync(parsed.GetValue(id), cancellationToken) is not { } found)
            {
                printer.Findings([JournalAccess.NotFound("return", parsed.GetValue(id))]);
                return ExitStatus.Findings;
            }

            var most = parsed.GetValue(limit);
            var money = (await reader.MoneyAsync(found.Id, 0, most, cancellationToken)).Select(ReturnRows.Of).ToList();
            var rejections = (await reader.RejectionsAsync(found.Id, -1, most, cancellationToken)).Select(ReturnRows.Of).ToList();
            var parked = (await reader.ParkedAsync(new ParkedQuery { Return = found.Id, Limit = most }, cancellationToken)).Select(ReturnRows.Of).ToList();
            Print(printer, ReturnRows.Sheet(found), money, rejections, parked);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static void Print(Printer printer, Row sheet, List<Row> money, List<Row> rejections, List<Row> parked)
    {
        if (printer.Json)
        {
            sheet.Add("money", money.ConvertAll(ReturnRows.Line));
            sheet.Add("rejections", rejections.ConvertAll(ReturnRows.Line));
            sheet.Add("waiting parts", parked.ConvertAll(ReturnRows.Line));
            printer.Sheet(sheet);
            return;
        }

        printer.Sheet(sheet);
        foreach (var rows in new[] { money, rejections, parked }.Where(static rows => rows.Count > 0))
        {
            printer.Line("");
            printer.Rows(rows);
        }
    }
}
