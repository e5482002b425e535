using System.Globalization;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Control.Handlers;

/// <summary>Which handlings a replay is for: one by its id, those of a message, the dead letters, or those of messages by time, channel and type.</summary>
internal sealed class HandlingChoice(IJournalReader journal)
{
    private const int DefaultLimit = 50;

    public async Task<IReadOnlyList<long>> ChooseAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var limit = (int)(request.Number("limit") ?? DefaultLimit);
        if (request.Number("handling") is { } one)
        {
            return [one];
        }

        if (request.Number("message") is { } message)
        {
            return await OfAsync([message], cancellationToken);
        }

        if (request.Flag("dead"))
        {
            return [.. (await journal.HandlingsInAsync(HandlingState.Dead, 0, limit, cancellationToken)).Select(handling => handling.Id)];
        }

        if (request.Text("from") is null && request.Text("to") is null && request.Text("channel") is null && request.Text("type") is null)
        {
            return [];
        }

        var query = new MessageQuery
        {
            From = Instant(request.Text("from")),
            To = Instant(request.Text("to")),
            Channel = request.Text("channel"),
            Type = request.Text("type"),
            Limit = limit,
        };
        var messages = await journal.MessagesAsync(query, cancellationToken);
        return await OfAsync(messages.Select(found => found.Id).Order(), cancellationToken);
    }

    private async Task<IReadOnlyList<long>> OfAsync(IEnumerable<long> messages, CancellationToken cancellationToken)
    {
        var handlings = new List<long>();
        foreach (var message in messages)
        {
            handlings.AddRange((await journal.HandlingsOfAsync(message, cancellationToken)).Select(handling => handling.Id));
        }

        return handlings;
    }

    private static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
