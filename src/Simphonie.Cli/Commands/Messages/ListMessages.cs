using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Formats.National;

namespace Simphonie.Cli.Commands.Messages;

/// <summary><c>messages list</c> and <c>messages search --key NAME=VALUE</c>, page by page.</summary>
internal static class ListMessages
{
    public static Command Create(string name, string description)
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var limit = CommonOptions.Limit();
        var from = new Option<DateTimeOffset?>("--from") { Description = "Received at or after this instant." };
        var to = new Option<DateTimeOffset?>("--to") { Description = "Received before this instant." };
        var channel = new Option<string?>("--channel") { Description = "Name of the inbound channel." };
        var state = new Option<MessageState?>("--state") { Description = "received, refused, duplicate, routed or unrouted." };
        var type = new Option<string?>("--type") { Description = "Type, such as ADT^A01." };
        var control = new Option<string?>("--control-id") { Description = "The sender's own id (MSH-10)." };
        var correlation = new Option<string?>("--correlation") { Description = "Correlation." };
        var key = new Option<string?>("--key") { Description = "Business key NAME=VALUE, such as dossier=24000006.", Required = name == "search" };
        var before = new Option<long?>("--before") { Description = "Only ids below this one: the next page." };
        var command = new Command(name, description) { data, json, limit, from, to, channel, state, type, control, correlation, key, before };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!TryParseKey(parsed.GetValue(key), out var searched))
            {
                await Console.Error.WriteLineAsync("--key is written NAME=VALUE.");
                return ExitStatus.Usage;
            }

            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var query = new MessageQuery
            {
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Channel = parsed.GetValue(channel),
                State = parsed.GetValue(state),
                Type = parsed.GetValue(type),
                ControlId = parsed.GetValue(control),
                Correlation = parsed.GetValue(correlation),
                Key = searched,
                Before = parsed.GetValue(before),
                Limit = parsed.GetValue(limit),
            };
            var messages = await FindAsync(journal.Reader, query, cancellationToken);
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            printer.Rows(printer.Json ? await WithKeysAsync(messages, journal.Reader, cancellationToken) : [.. messages.Select(MessageRows.Summary)]);
            if (!printer.Json && messages.Count == query.Limit)
            {
                printer.Error(string.Create(CultureInfo.InvariantCulture, $"More: --before {messages[^1].Id}"));
            }

            return ExitStatus.Fine;
        });
        return command;
    }

    /// <summary>Machines get the business keys too; for people the table would be too wide.</summary>
    private static async Task<IReadOnlyList<Row>> WithKeysAsync(IReadOnlyList<MessageRecord> messages, IJournalReader journal, CancellationToken cancellationToken)
    {
        var keys = new MessageKeys(journal, SchemaFolder.Load(new DiagnosticBag()));
        var rows = new List<Row>();
        foreach (var message in messages)
        {
            var row = MessageRows.Summary(message);
            row.Add("keys", await keys.OfAsync(message, cancellationToken));
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Who looks for a dossier by its number alone finds it under every authority.</summary>
    private static async ValueTask<IReadOnlyList<MessageRecord>> FindAsync(IJournalReader journal, MessageQuery query, CancellationToken cancellationToken)
    {
        var exact = await journal.MessagesAsync(query, cancellationToken);
        if (query.Key is not { Identity: false } key || key.Value.Contains('^', StringComparison.Ordinal))
        {
            return exact;
        }

        var anywhere = await journal.MessagesAsync(query with { AnyAuthority = true }, cancellationToken);
        return [.. exact.Concat(anywhere).DistinctBy(message => message.Id).OrderByDescending(message => message.Id).Take(query.Limit)];
    }

    /// <summary>A key is looked for both as plain value and as pseudonym: whether it is an identity is the schema's matter.</summary>
    private static bool TryParseKey(string? text, out BusinessKey? key)
    {
        key = null;
        if (text is null)
        {
            return true;
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            return false;
        }

        var (name, value) = (text[..equals], text[(equals + 1)..]);
        key = new BusinessKey(name, name is "ins" or "nir" ? Nir.Normal(value) : value, IdentityKeys.Contains(name));
        return true;
    }

    private static readonly HashSet<string> IdentityKeys = new(["ins", "nir", "name"], StringComparer.Ordinal);
}
