using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Disk;

namespace Simphonie.Engine.Delivery;

/// <summary>
/// The line of one endpoint: its circuit, and the pump that publishes deliveries when they become due. It sleeps until the next known time,
/// a signal, or at most <see cref="s_safety"/>; it never polls.
/// </summary>
internal sealed class EndpointLine(IEndpoint endpoint, Circuit circuit, IJournalReader reader, Dispatcher dispatcher, DiskMarks disk, int capacity, TimeProvider time)
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);
    private readonly Bell _bell = new();
    private readonly WakeTimes _wakes = new(4096);

    public IEndpoint Endpoint => endpoint;

    public Circuit Circuit => circuit;

    /// <summary>A delivery becomes due then.</summary>
    public void WakeAt(DateTimeOffset at)
    {
        if (_wakes.Add(at))
        {
            _bell.Ring();
        }
    }

    /// <summary>Something changed: look now.</summary>
    public void Signal() => _bell.Ring();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await PassAsync(cancellationToken).ConfigureAwait(false);
            var wait = next is { } at ? at - time.GetUtcNow() : s_safety;
            await _bell.WaitAsync(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < s_safety ? wait : s_safety, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // Returns when to look again.
    private async ValueTask<DateTimeOffset?> PassAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (disk.Level == DiskLevel.Lower)
        {
            return now + TimeSpan.FromSeconds(5);
        }

        var state = circuit.State;
        if (!state.Permits(now))
        {
            return state.Probing ? null : state.ProbeAt;
        }

        var known = _wakes.After(now);

        // A page this long always reaches past those that are queued or under way.
        var limit = state.IsOpen ? 1 : capacity + endpoint.Capabilities.InFlight + 64;
        var page = await reader.DueAsync(endpoint.Name, now, limit, cancellationToken).ConfigureAwait(false);
        var published = false;
        foreach (var due in page)
        {
            if (!dispatcher.IsUnderWay(due.Key))
            {
                if (!dispatcher.Publish(due.Key, endpoint.Name))
                {
                    return known;
                }

                published = true;
            }
        }

        if (published && !state.IsOpen && page.Count == limit)
        {
            // The queue took all of the page, so nothing will tell when it has room: there may be more.
            return now;
        }

        if (known is not null && _wakes.IsComplete)
        {
            return known;
        }

        // At start, and when the known times were cut off: the journal knows. What is due by now is under way and says nothing of those to come.
        var next = await reader.NextDueAsync(endpoint.Name, now, cancellationToken).ConfigureAwait(false);
        return known < next || next is null ? known : next;
    }
}
