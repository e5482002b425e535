using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Commands.Cases;

/// <summary><c>processes list</c>: cases newest first, or how many are in each state.</summary>
internal static class ListCases
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var process = new Option<string?>("--process") { Description = "Name of the process." };
        var key = new Option<string?>("--key") { Description = "Key of the case." };
        var state = new Option<string?>("--state") { Description = "State that cases are in." };
        var open = new Option<bool>("--open") { Description = "Only cases that have not ended." };
        var alerting = new Option<bool>("--alerting") { Description = "Only cases that people were told of." };
        var counts = new Option<bool>("--counts") { Description = "How many cases are in each state." };
        var before = new Option<long?>("--before") { Description = "Only ids below this one: the next page." };
        var command = new Command("list", "Business cases, newest first.") { data, json, limit, process, key, state, open, alerting, counts, before };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            if (parsed.GetValue(counts))
            {
                var all = await journal.Reader.Cases.CountsAsync(parsed.GetValue(process), cancellationToken);
                printer.Rows([.. all.Select(static one => new Row { { "process", one.Process }, { "state", one.State }, { "cases", one.Count } })]);
                return ExitStatus.Fine;
            }

            var query = new CaseQuery
            {
                Process = parsed.GetValue(process),
                Key = parsed.GetValue(key),
                State = parsed.GetValue(state),
                Open = parsed.GetValue(open),
                Alerting = parsed.GetValue(alerting),
                Before = parsed.GetValue(before),
                Limit = parsed.GetValue(limit),
            };
            var cases = await journal.Reader.Cases.CasesAsync(query, cancellationToken);
            printer.Rows([.. cases.Select(CaseRows.Summary)]);
            if (!printer.Json && cases.Count == query.Limit)
            {
                printer.Error(string.Create(CultureInfo.InvariantCulture, $"More: --before {cases[^1].Id}"));
            }

            return ExitStatus.Fine;
        });
        return command;
    }
}
