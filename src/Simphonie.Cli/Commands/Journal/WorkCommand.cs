using System.CommandLine;
using Simphonie.Cli.Control;
using Simphonie.Cli.Output;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Commands.Journal;

/// <summary><c>simphonie work list / show / take / done</c>: what a human must do.</summary>
internal static class WorkCommand
{
    public static Command Create() => new("work", "What a human must do, with what and why.") { List(), Show(), Act("take", "Take one.", needsWhy: false), Act("done", "Close one, with what was done.", needsWhy: true) };

    private static Command List()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var all = new Option<bool>("--all") { Description = "Closed ones too." };
        var code = new Option<string?>("--code") { Description = "Permanent code." };
        var before = new Option<long?>("--before") { Description = "Only ids below this one: the next page." };
        var command = new Command("list", "Open work items, newest first.") { data, json, limit, all, code, before };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var items = await journal.Reader.WorkItemsAsync(new(!parsed.GetValue(all), parsed.GetValue(code), parsed.GetValue(before), parsed.GetValue(limit)), cancellationToken);
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)).Rows([.. items.Select(Summary)]);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<long>("ID") { Description = "Id of the work item." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("show", "One work item.") { id, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            var items = await journal.Reader.WorkItemsAsync(new(OpenOnly: false, Id: parsed.GetValue(id), Limit: 1), cancellationToken);
            if (items.Count == 0)
            {
                printer.Findings([JournalAccess.NotFound("work item", parsed.GetValue(id))]);
                return ExitStatus.Findings;
            }

            printer.Sheet(Sheet(items[0]));
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Command Act(string action, string description, bool needsWhy)
    {
        var item = new Argument<long>("ID") { Description = "Id of the work item." };
        var why = new Option<string?>("--why") { Description = "What was done, kept in the journal.", Required = needsWhy };
        var data = CommonOptions.Data();
        var config = CommonOptions.Config();
        var id = CommonOptions.Id();
        var json = CommonOptions.Json();
        var command = new Command(action, description) { item, why, data, config, id, json };
        command.SetAction((parsed, cancellationToken) => ControlRunner.RunAsync(
            parsed.GetValue(data)!,
            parsed.GetValue(config)!,
            ControlRequests.WithId(parsed.GetValue(id)!, "work", ("action", action), ("item", parsed.GetValue(item)), ("why", parsed.GetValue(why))),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static Row Summary(WorkItemRecord item) => new()
    {
        { "id", item.Id },
        { "opened", item.OpenedAt },
        { "code", item.Code },
        { "message", item.Message },
        { "handling", item.Handling },
        { "case", item.Case },
        { "taken by", item.TakenBy },
        { "what", item.What },
    };

    private static Row Sheet(WorkItemRecord item) => new()
    {
        { "id", item.Id },
        { "opened", item.OpenedAt },
        { "code", item.Code },
        { "what", item.What },
        { "why", item.Why },
        { "message", item.Message },
        { "handling", item.Handling },
        { "case", item.Case },
        { "delivery", item.Delivery?.ToString() },
        { "taken by", item.TakenBy },
        { "done", item.DoneAt },
        { "done by", item.DoneBy },
        { "done why", item.DoneWhy },
    };
}
