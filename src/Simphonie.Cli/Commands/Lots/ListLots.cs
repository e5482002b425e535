using System.CommandLine;
using Simphonie.Cli.Output;
using Simphonie.Core.Lots;

namespace Simphonie.Cli.Commands.Lots;

/// <summary><c>simphonie lots list</c>: lots, newest first.</summary>
internal static class ListLots
{
    public static Command Create()
    {
        var state = new Option<LotState?>("--state") { Description = "Only lots in this state." };
        var recipient = new Option<string?>("--recipient") { Description = "Only lots of this recipient." };
        var kind = new Option<string?>("--kind") { Description = "Only lots of this kind of billing." };
        var number = new Option<int?>("--number") { Description = "Only lots of this number." };
        var before = new Option<long?>("--before") { Description = "Only ids below this one: the next page." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var command = new Command("list", "Lots, newest first.") { state, recipient, kind, number, before, data, json, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var query = new LotQuery
            {
                State = parsed.GetValue(state),
                Recipient = parsed.GetValue(recipient),
                Kind = parsed.GetValue(kind),
                Number = parsed.GetValue(number),
                Before = parsed.GetValue(before),
                Limit = parsed.GetValue(limit),
            };
            var lots = await journal.Reader.Lots.LotsAsync(query, cancellationToken);
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)).Rows([.. lots.Select(LotRows.Summary)]);
            return ExitStatus.Fine;
        });
        return command;
    }
}
