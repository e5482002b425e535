using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Commands.Returns;

/// <summary><c>returns list</c>: returns newest first.</summary>
internal static class ListReturns
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var status = new Option<ReturnStatus?>("--status") { Description = "Status that returns have: applying, complete, copy, conflicting, refused, halted." };
        var identity = new Option<string?>("--identity") { Description = "Identity of the return: sender, file, date and exchange." };
        var parked = new Option<bool>("--parked") { Description = "Only returns with parts that wait for a decision." };
        var before = new Option<long?>("--before") { Description = "Only ids below this one: the next page." };
        var command = new Command("list", "Returns of payers, newest first.") { data, json, limit, status, identity, parked, before };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var query = new ReturnQuery
            {
                Status = parsed.GetValue(status),
                Identity = parsed.GetValue(identity),
                Parked = parsed.GetValue(parked),
                Before = parsed.GetValue(before),
                Limit = parsed.GetValue(limit),
            };
            var returns = await journal.Reader.Returns.ReturnsAsync(query, cancellationToken);
            printer.Rows([.. returns.Select(ReturnRows.Summary)]);
            if (!printer.Json && returns.Count == query.Limit)
            {
                printer.Error(string.Create(CultureInfo.InvariantCulture, $"More: --before {returns[^1].Id}"));
            }

            return ExitStatus.Fine;
        });
        return command;
    }
}
