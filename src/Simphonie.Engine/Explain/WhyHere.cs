using System.Globalization;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Explain;

/// <summary>Answers why a message is where it is, from the journal and, in a running hub, from the circuits of its endpoints.</summary>
public sealed class WhyHere
{
    private readonly IJournalReader _reader;
    private readonly Func<string, CircuitState?> _circuit;
    private readonly Func<string, bool> _isGone;
    private readonly Func<HandlingRecord, WorkFault?> _fault;
    private readonly TimeProvider _time;

    internal WhyHere(IJournalReader reader, EndpointLines lines, WorkFaults faults, TimeProvider time)
        : this(reader, endpoint => lines.Find(endpoint)?.Circuit.State, endpoint => lines.Find(endpoint) is null, handling => faults.Of(handling.Id), time)
    {
    }

    /// <summary>Over a journal without a running hub, which knows of no circuits and no endpoints.</summary>
    public WhyHere(IJournalReader reader, TimeProvider time)
        : this(reader, static _ => null, static _ => false, static _ => null, time)
    {
    }

    private WhyHere(IJournalReader reader, Func<string, CircuitState?> circuit, Func<string, bool> isGone, Func<HandlingRecord, WorkFault?> fault, TimeProvider time)
    {
        _reader = reader;
        _circuit = circuit;
        _isGone = isGone;
        _fault = fault;
        _time = time;
    }

    /// <summary>One answer for each handling; one for the message itself when it has none. Empty when there is no such message.</summary>
    public async ValueTask<IReadOnlyList<Whereabouts>> MessageAsync(long id, CancellationToken cancellationToken)
    {
        if (await _reader.MessageAsync(id, cancellationToken).ConfigureAwait(false) is not { } message)
        {
            return [];
        }

        var answers = new List<Whereabouts>();
        foreach (var handling in await _reader.HandlingsOfAsync(id, cancellationToken).ConfigureAwait(false))
        {
            answers.Add(await HandlingAsync(handling, cancellationToken).ConfigureAwait(false));
        }

        return answers.Count > 0 ? answers : [OfMessage(message)];
    }

    private static Whereabouts OfMessage(MessageRecord message) => message.State switch
    {
        MessageState.Refused when message.OriginKind == "conflict" => new(WhereReason.Refused, Say($"It came under the identity of message {message.Origin} with other bytes, and was refused.")) { CauseCode = IntakeCodes.Conflict.Id },
        MessageState.Refused => new(WhereReason.Refused, "It was refused at the door and kept to be looked at.") { CauseCode = message.Findings.Count > 0 ? message.Findings[^1].Code.Id : null },
        MessageState.Duplicate => new(WhereReason.Duplicate, Say($"It is a copy of message {message.Origin}.")),
        MessageState.Unrouted => new(WhereReason.Unrouted, "No route wants it, which is a normal end."),
        _ => new(WhereReason.NotSequenced, "It has been kept and waits for its turn to be routed."),
    };

    private async ValueTask<Whereabouts> HandlingAsync(HandlingRecord handling, CancellationToken cancellationToken)
    {
        var answer = handling.State switch
        {
            HandlingState.Ready or HandlingState.Waiting when _fault(handling) is { } fault => new(
                WhereReason.WaitsForRetry, Say($"Its work ended {fault.Count} times by an internal error ({fault.Kind}); it is done again at {fault.NextAt:u}.")) { At = fault.NextAt },
            HandlingState.Ready => new(WhereReason.Ready, "Its next stage is about to run."),
            HandlingState.Held => await HeldAsync(handling, cancellationToken).ConfigureAwait(false),
            HandlingState.Waiting => await WaitingAsync(handling, cancellationToken).ConfigureAwait(false),
            HandlingState.Dead => new(WhereReason.Dead, $"It failed for good and holds its key until it is retried, discarded or released: {handling.CauseText}"),
            HandlingState.Unknown => new(WhereReason.Unknown, $"Nobody knows whether it arrived; a human decides: {handling.CauseText}"),
            _ => new Whereabouts(WhereReason.Ended, Say($"It has ended as {handling.State.ToString().ToLowerInvariant()}.")) { At = handling.EndedAt },
        };
        return answer with { Handling = handling.Id, CauseCode = handling.CauseCode, CausePlace = handling.CausePlace };
    }

    private async ValueTask<Whereabouts> HeldAsync(HandlingRecord handling, CancellationToken cancellationToken)
    {
        var holder = await _reader.HolderAsync(handling.Id, cancellationToken).ConfigureAwait(false);
        return holder is null
            ? new(WhereReason.Ready, "The one before it of its key has just ended.")
            : new(WhereReason.HeldBehind, Say($"It waits behind handling {holder.Id} of message {holder.Message}, of the same key, which is {holder.State.ToString().ToLowerInvariant()}."))
            {
                Behind = holder.Id,
                BehindMessage = holder.Message,
            };
    }

    private async ValueTask<Whereabouts> WaitingAsync(HandlingRecord handling, CancellationToken cancellationToken)
    {
        foreach (var delivery in await _reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false))
        {
            if (delivery is { State: DeliveryState.Pending or DeliveryState.Sending, ResendOf: null })
            {
                return Open(delivery) with { Delivery = delivery.Key, Endpoint = delivery.Endpoint };
            }
        }

        return await _reader.GroupOfAsync(handling.Id, cancellationToken).ConfigureAwait(false) is { } group
            ? new(WhereReason.WaitsForGroup, Say($"It waits with {group.Handlings.Count} of its group, which closes at {group.ClosesAt:u} at the latest.")) { At = group.ClosesAt }
            : new(WhereReason.Ready, "Its next stage is about to run.");
    }

    private Whereabouts Open(DeliveryRecord delivery)
    {
        if (_isGone(delivery.Endpoint))
        {
            return new(WhereReason.EndpointGone, Say($"{DeliveryCodes.EndpointGone.Id}: the endpoint {delivery.Endpoint} is no longer in hub.yaml; it is sent when the endpoint is declared again.")) { At = delivery.CreatedAt };
        }

        if (_circuit(delivery.Endpoint) is { IsOpen: true } circuit)
        {
            return new(WhereReason.CircuitOpen, Say($"The endpoint {delivery.Endpoint} has been down since {circuit.OpenSince:u}; it is tried again at {circuit.ProbeAt:u}.")) { At = circuit.OpenSince };
        }

        if (delivery is { State: DeliveryState.Pending, CauseCode: { } code } && code == DeliveryCodes.AwaitsIdentity.Id)
        {
            return new(WhereReason.WaitsForIdentity, delivery.CauseText ?? "") { At = delivery.NextAt };
        }

        return delivery.State == DeliveryState.Pending && delivery.NextAt > _time.GetUtcNow()
            ? new(WhereReason.WaitsForRetry, Say($"It waits for a retry at {delivery.NextAt:u}, after {delivery.Attempts} attempts at {delivery.Endpoint}: {delivery.CauseText}")) { At = delivery.NextAt }
            : new(WhereReason.WaitsForAnswer, Say($"It waits for the answer of {delivery.Endpoint}.")) { At = delivery.CreatedAt };
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
