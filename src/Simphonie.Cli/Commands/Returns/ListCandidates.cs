using System.CommandLine;
using System.Text.Json;
using Simphonie.Cli.Output;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Commands.Returns;

/// <summary><c>returns candidates ID</c>: the cases that a part which waits may be of, to be named with <c>returns apply --case</c>.</summary>
internal static class ListCandidates
{
    private static readonly string[] s_compared = ["lot", "lot_date", "payer", "asked", "open"];

    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the part, as 'returns parked' tells it." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("candidates", "Cases that a part which waits may be of: its own, and those of the same invoice number.") { id, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            if (await journal.Reader.Returns.ParkedAsync(parsed.GetValue(id), cancellationToken) is not { } part)
            {
                printer.Findings([JournalAccess.NotFound("part", parsed.GetValue(id))]);
                return ExitStatus.Findings;
            }

            var cases = CandidateCases.Of(part) is { } query ? await journal.Reader.Cases.CasesAsync(query, cancellationToken) : [];
            printer.Rows([.. cases.Select(Row)]);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Row Row(CaseRecord one)
    {
        var row = new Row { { "id", one.Id }, { "case", one.Key }, { "state", one.State } };
        using var holds = JsonDocument.Parse(one.Holds);
        foreach (var name in s_compared)
        {
            row.Add(name.Replace('_', ' '), holds.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null);
        }

        return row;
    }
}
