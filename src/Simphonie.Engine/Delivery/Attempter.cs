using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Delivery;

/// <summary>
/// Makes one attempt. Before the first byte for an endpoint that cannot be asked twice, the attempt is committed as begun:
/// after a crash it is known that it may have arrived.
/// </summary>
internal sealed class Attempter(IJournal journal, TimeProvider time)
{
    /// <summary>Null when another worker has ended the delivery meanwhile. Throws <see cref="OperationCanceledException"/> only when nothing has left.</summary>
    public async ValueTask<Attempt?> MakeAsync(EndpointLine line, DeliveryRecord delivery, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var safe = line.Endpoint.Capabilities.RepeatSafe;
        if (!safe && !await BeginAsync(delivery, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var startedAt = time.GetUtcNow();
        var began = time.GetTimestamp();
        try
        {
            var body = delivery.Body ?? throw new InvalidOperationException("A pending delivery has no body.");
            var outcome = await line.Endpoint.DeliverAsync(new(delivery.PeerIdentity, body, delivery.Attempts + 1, timeout), cancellationToken).ConfigureAwait(false);
            return new(outcome, startedAt, time.GetElapsedTime(began), !safe);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or JournalBrokenException))
        {
            // A bug of the endpoint, whose contract is to return outcomes: what has left is not known. Its text is not told, which may hold what was sent.
            var cause = Diagnostic.Of(DeliveryCodes.EndpointBroke, Place.Whole, $"The endpoint {delivery.Endpoint} ended by {exception.GetType().Name}.");
            return new(new DeliveryOutcome.Unknown(cause), startedAt, time.GetElapsedTime(began), !safe);
        }
        catch (OperationCanceledException) when (!safe)
        {
            await journal.CommitAsync([Back(delivery)], CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<bool> BeginAsync(DeliveryRecord delivery, CancellationToken cancellationToken)
    {
        var begun = new JournalWrite.UpdateDelivery(delivery.Key, DeliveryState.Sending, null, delivery.Attempts, time.GetUtcNow(), delivery.CauseCode, delivery.CausePlace, delivery.CauseText);
        var result = await journal.CommitAsync([begun], cancellationToken).ConfigureAwait(false);
        return result.Kind == CommitKind.Committed;
    }

    private JournalWrite.UpdateDelivery Back(DeliveryRecord delivery)
    {
        var now = time.GetUtcNow();
        return new(delivery.Key, DeliveryState.Pending, now, delivery.Attempts, now, delivery.CauseCode, delivery.CausePlace, delivery.CauseText);
    }
}
