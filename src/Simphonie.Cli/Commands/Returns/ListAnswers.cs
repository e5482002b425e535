using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Commands.Returns;

/// <summary><c>returns answers ID</c>: what an acknowledgement says of lots, beside the lots of that number and date.</summary>
internal static class ListAnswers
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the return." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var command = new Command("answers", "What an acknowledgement says of lots, and the lots of that number and date.") { id, data, json, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            if (await journal.Reader.Returns.ReturnAsync(parsed.GetValue(id), cancellationToken) is not { } found
                || await ItemsAsync(found, journal.Reader, cancellationToken) is not { } items)
            {
                printer.Findings([JournalAccess.NotFound("return", parsed.GetValue(id))]);
                return ExitStatus.Findings;
            }

            var rows = new List<Row>();
            foreach (var answer in items.OfType<ReturnItem.LotAnswer>().Take(parsed.GetValue(limit)))
            {
                rows.Add(await RowAsync(answer, journal.Reader.Lots, cancellationToken));
            }

            printer.Rows(rows);
            return ExitStatus.Fine;
        });
        return command;
    }

    /// <summary>Null when the message or its schema is gone.</summary>
    private static async Task<IReadOnlyList<ReturnItem>?> ItemsAsync(ReturnRecord of, IJournalReader journal, CancellationToken cancellationToken)
    {
        var message = await journal.MessageAsync(of.Message, cancellationToken);
        if (message?.Payload is not { } payload || !FormatSet.Returns.TryGetValue(of.Format, out var format)
            || !SchemaFolder.Load(new DiagnosticBag()).TryResolve(of.Schema, DateOnly.FromDateTime(of.At.UtcDateTime), out var schema))
        {
            return null;
        }

        using var lease = payload.Lease();
        return [.. format.Items(lease.Memory, schema, 0)];
    }

    private static async Task<Row> RowAsync(ReturnItem.LotAnswer answer, ILotReader lots, CancellationToken cancellationToken)
    {
        var there = await lots.LotsAsync(new() { Number = answer.Lot, Date = answer.LotDate }, cancellationToken);
        return new()
        {
            { "item", answer.Ordinal },
            { "place", answer.Place.ToString() },
            { "payer", answer.Payer },
            { "file", answer.FileId },
            { "lot", answer.Lot },
            { "lot date", answer.LotDate?.ToString("O", CultureInfo.InvariantCulture) },
            { "says", answer.Accepted ? "accepted" : "refused" },
            { "code", answer.Code },
            { "lots", there.Select(static lot => string.Create(CultureInfo.InvariantCulture, $"{lot.Id} {lot.Group.Recipient} {lot.FileId} {lot.State.ToString().ToLowerInvariant()}")).ToList() },
        };
    }
}
