using System.CommandLine;
using Simphonie.Cli.Control;
using Simphonie.Cli.Output;

namespace Simphonie.Cli.Commands.Journal;

/// <summary><c>simphonie deadletters list / retry / release / discard</c>, grouped by cause.</summary>
internal static class DeadLettersCommand
{
    public static Command Create() => new("deadletters", "Handlings that failed for good, grouped by cause.")
    {
        List(),
        Act("retry", "Try them again: what failed is sent again, or the failed stage is run again.", needsWhy: false, mayBeCurrent: true),
        Act("release", "Let their keys go on without them.", needsWhy: false),
        Act("discard", "Give them up, with a reason.", needsWhy: true),
    };

    private static Command List()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var released = new Option<bool>("--released") { Description = "Those too that were released and not given up since." };
        var command = new Command("list", "Causes, with how many and since when.") { data, released, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var groups = await journal.Reader.DeadLetterGroupsAsync(cancellationToken, parsed.GetValue(released));
            new Printer(Console.Out, Console.Error, parsed.GetValue(json)).Rows(
            [
                .. groups.Select(group => new Row
                {
                    { "cause", group.CauseCode },
                    { "place", group.CausePlace },
                    { "endpoint", group.Endpoint },
                    { "count", group.Count },
                    { "first", group.First },
                    { "last", group.Last },
                    { "state", group.Released is null ? "dead" : "released" },
                    { "released", group.Released },
                    { "handlings", group.Sample.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList() },
                }),
            ]);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Command Act(string action, string description, bool needsWhy, bool mayBeCurrent = false)
    {
        var handling = new Argument<long?>("HANDLING") { Description = "One handling; without it, all that the options choose.", Arity = ArgumentArity.ZeroOrOne };
        var cause = new Option<string?>("--cause") { Description = "Permanent code of the cause." };
        var route = new Option<string?>("--route") { Description = "Name of the route." };
        var all = new Option<bool>("--all") { Description = "All of them." };
        var why = new Option<string?>("--why") { Description = "The reason, kept in the journal.", Required = needsWhy };
        var current = new Option<bool>("--current") { Description = "Under the definitions in force, instead of those it was made with." };
        var data = CommonOptions.Data();
        var config = CommonOptions.Config();
        var id = CommonOptions.Id();
        var json = CommonOptions.Json();
        var command = new Command(action, description) { handling, cause, route, all, why, data, config, id, json };
        if (mayBeCurrent)
        {
            command.Add(current);
        }

        command.SetAction((parsed, cancellationToken) => ControlRunner.RunAsync(
            parsed.GetValue(data)!,
            parsed.GetValue(config)!,
            ControlRequests.WithId(
                parsed.GetValue(id)!,
                "deadletters",
                ("action", action),
                ("handling", parsed.GetValue(handling)),
                ("cause", parsed.GetValue(cause)),
                ("route", parsed.GetValue(route)),
                ("all", parsed.GetValue(all)),
                ("current", mayBeCurrent && parsed.GetValue(current)),
                ("why", parsed.GetValue(why))),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }
}
