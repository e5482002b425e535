using Simphonie.Core.Journal;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// Ends handlings whose time is over and that nothing else would wake: held ones, and those that wait for a group. Deliveries are woken at their own expiry.
/// Dead letters stay: they are a human's.
/// </summary>
internal sealed class ExpiryLoop(IJournalReader reader, HandlingEnds ends, Dispatcher dispatcher, TimeProvider time)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_every, time);
        var limit = 256;
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            var page = await reader.ExpiredAsync(time.GetUtcNow(), limit, cancellationToken).ConfigureAwait(false);
            var ended = 0;
            foreach (var handling in page)
            {
                if (handling.State is not (HandlingState.Dead or HandlingState.Unknown)
                    && !await IsUnderWayAsync(handling, cancellationToken).ConfigureAwait(false)
                    && await ends.ExpireAsync(handling, cancellationToken).ConfigureAwait(false))
                {
                    ended++;
                }
            }

            // Dead letters come back with every page; the page grows until it reaches past them.
            limit = page.Count == limit && ended == 0 ? Math.Min(limit * 2, 65536) : 256;
        }
    }

    private async ValueTask<bool> IsUnderWayAsync(HandlingRecord handling, CancellationToken cancellationToken)
    {
        foreach (var delivery in await reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false))
        {
            if (delivery.State == DeliveryState.Sending || dispatcher.IsUnderWay(delivery.Key))
            {
                return true;
            }
        }

        return false;
    }
}
