using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Demo.Day;

/// <summary>What a message met in the hub.</summary>
internal sealed record DayOutcome(DayEntry Entry, DayFate Fate, string Type, string Called, string WentBack, TimeSpan? Took)
{
    public bool IsExpected => Fate == Entry.Expected;
}

/// <summary>Follows messages in the journal until each has met its fate.</summary>
internal sealed class DayWatch(IJournalReader journal)
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The journal id of the message that was just answered, 0 when none was kept. A duplicate is answered with the acknowledgement of the first,
    /// so the newest message of the control id is looked for.
    /// </summary>
    public async Task<long> FindAsync(DayEntry entry, DayAnswer answer, CancellationToken cancellationToken)
    {
        var query = entry.Via == "fhir" ? new MessageQuery { Channel = "gap-fhir", Limit = 1 } : new MessageQuery { ControlId = answer.ControlId, Limit = 1 };
        return entry.Via != "fhir" && answer.ControlId is null
            ? answer.MessageId
            : (await journal.MessagesAsync(query, cancellationToken)).FirstOrDefault()?.Id ?? 0;
    }

    public async Task<DayOutcome> FollowAsync(DayEntry entry, DayAnswer answer, long id, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_period);
        while (true)
        {
            var message = id == 0 ? null : await journal.MessageAsync(id, cancellationToken);
            if (message is null)
            {
                return new(entry, new(answer.Code, "not kept", "-", 0, 0, 0), "", "", "", null);
            }

            var handlings = await journal.HandlingsOfAsync(id, cancellationToken);
            if (message.State != MessageState.Received && handlings.All(HasEnded))
            {
                return await OutcomeAsync(entry, answer, message, handlings, cancellationToken);
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<DayOutcome> OutcomeAsync(DayEntry entry, DayAnswer answer, MessageRecord message, IReadOnlyList<HandlingRecord> handlings, CancellationToken cancellationToken)
    {
        var deliveries = new List<DeliveryRecord>();
        foreach (var handling in handlings)
        {
            deliveries.AddRange(await journal.DeliveriesOfAsync(handling.Id, cancellationToken));
        }

        var calls = deliveries.Where(delivery => delivery.Kind == "call").ToList();
        var sends = deliveries.Where(delivery => delivery.Kind != "call").ToList();
        var work = await journal.WorkItemsAsync(new(OpenOnly: false, Limit: 500), cancellationToken);
        var fate = new DayFate(
            answer.Code,
            message.State.ToString().ToLowerInvariant(),
            handlings.Count == 0 ? "-" : string.Join(' ', handlings.Select(handling => handling.State.ToString().ToLowerInvariant())),
            calls.Count(delivery => delivery.State == DeliveryState.Delivered),
            sends.Count(delivery => delivery.State == DeliveryState.Delivered),
            work.Count(item => item.Message == message.Id));
        var ended = handlings.Select(handling => handling.EndedAt).Max();
        return new(entry, fate, message.Type ?? "?", Names(calls), Names(sends), ended - message.ReceivedAt);
    }

    private static string Names(List<DeliveryRecord> deliveries) =>
        string.Join(' ', deliveries.Select(delivery => delivery.State == DeliveryState.Delivered ? delivery.Endpoint : $"{delivery.Endpoint} ({delivery.State.ToString().ToLowerInvariant()})"));

    public static bool HasEnded(HandlingRecord handling) =>
        handling.State is HandlingState.Done or HandlingState.Dead or HandlingState.Unknown or HandlingState.Released or HandlingState.Discarded or HandlingState.Expired or HandlingState.Dropped;
}
