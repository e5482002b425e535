using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Delivery;

/// <summary>At start: what a crash left as being sent. Where a repeat is known to the peer it is sent again; else nobody knows, and a human decides.</summary>
internal sealed class InterruptedDeliveries(IJournal journal, EndpointLines lines, TimeProvider time)
{
    private const int Page = 256;

    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        while (await journal.Reader.InterruptedAsync(Page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var delivery in page)
            {
                await RecoverAsync(delivery, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask RecoverAsync(DeliveryRecord delivery, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (lines.Find(delivery.Endpoint)?.Endpoint.Capabilities.RepeatSafe == true)
        {
            await journal.CommitAsync([new JournalWrite.UpdateDelivery(delivery.Key, DeliveryState.Pending, now, delivery.Attempts, now)], cancellationToken).ConfigureAwait(false);
            return;
        }

        var cause = Diagnostic.Of(DeliveryCodes.Interrupted, Place.Whole, DeliveryCodes.Interrupted.Title);
        var writes = new List<JournalWrite> { Causes.Update(delivery, DeliveryState.Unknown, now, cause) };
        if (await journal.Reader.HandlingAsync(delivery.Key.Handling, cancellationToken).ConfigureAwait(false) is { } handling)
        {
            writes.Add(new JournalWrite.OpenWorkItem(UnknownWork.Item(handling, delivery, DeliveryCodes.Interrupted, now)));
            if (delivery.ResendOf is null && !HandlingProgress.HasEnded(handling.State))
            {
                writes.Add(Causes.Update(handling, HandlingState.Unknown, handling.Stage, now, cause, delivery.Endpoint));
                if (await journal.Reader.MessageAsync(handling.Message, cancellationToken).ConfigureAwait(false) is { } message)
                {
                    writes.Add(new JournalWrite.RaiseEvent(CaseEvents.Of(CaseEvents.Unknown, message, handling, delivery.Key, now)));
                }
            }
        }

        await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
    }
}
