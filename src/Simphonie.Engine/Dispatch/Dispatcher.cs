using System.Collections.Concurrent;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Transport;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// Publishes ready work to the transport, each piece once at a time. What a full queue has no room for stays in the journal and is found by the sweep.
/// </summary>
internal sealed class Dispatcher(ITransport transport, int lanes)
{
    private readonly ConcurrentDictionary<Work, bool> _underWay = new();
    private readonly ConcurrentDictionary<string, QueueDepth> _depths = new(StringComparer.Ordinal);

    /// <summary>Raised with the name of a queue that had been full and has drained to half.</summary>
    public event Action<string>? Drained;

    /// <summary>Raised when a commit has appended messages for the sequencer.</summary>
    public event Action? Appended;

    /// <summary>Raised when a commit has opened lots or made them ready.</summary>
    public event Action<IReadOnlyList<LotChange>>? LotsChanged;

    /// <summary>Raised when a commit has kept a return of a payer.</summary>
    public event Action? ReturnKept;

    /// <summary>Pieces of work that are queued or being done; bounded by the queues.</summary>
    public int UnderWay => _underWay.Count;

    public static string LaneQueue(int lane) => "lane-" + lane.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string EndpointQueue(string endpoint) => "endpoint:" + endpoint;

    /// <summary>Publishes a handling if it is ready; false when its queue is full.</summary>
    public bool Publish(HandlingCreated handling) =>
        handling.State != HandlingState.Ready || Offer(new(LaneQueue(handling.Lane % lanes), WorkKind.Handling, handling.Id, 0, 0));

    public bool Publish(DeliveryKey delivery, string endpoint) =>
        Offer(new(EndpointQueue(endpoint), WorkKind.Delivery, delivery.Handling, delivery.Stage, delivery.Ordinal));

    /// <summary>Publishes work again that has failed.</summary>
    public bool Publish(WorkTicket ticket) => Offer(ticket);

    public void PublishAll(IReadOnlyList<HandlingCreated> handlings)
    {
        foreach (var handling in handlings)
        {
            Publish(handling);
        }
    }

    /// <summary>Tells the sequencer when a commit has given it something to do.</summary>
    public void Announce(bool appended)
    {
        if (appended)
        {
            Appended?.Invoke();
        }
    }

    /// <summary>Tells who closes lots when a commit has given it something to do.</summary>
    public void Announce(IReadOnlyList<LotChange> lots)
    {
        if (lots.Count > 0)
        {
            LotsChanged?.Invoke(lots);
        }
    }

    /// <summary>Tells that a commit has kept returns.</summary>
    public void AnnounceReturns(bool any)
    {
        if (any)
        {
            ReturnKept?.Invoke();
        }
    }

    /// <summary>True when somebody does it, or it is queued: the sweep passes it over.</summary>
    public bool IsUnderWay(long handling) => _underWay.ContainsKey(new(WorkKind.Handling, new DeliveryKey(handling, 0, 0)));

    public bool IsUnderWay(DeliveryKey delivery) => _underWay.ContainsKey(new(WorkKind.Delivery, delivery));

    /// <summary>Keeps everybody else from doing a delivery that its maker does at once (an interactive call); false when it is under way already.</summary>
    public bool TryClaim(DeliveryKey delivery) => _underWay.TryAdd(new(WorkKind.Delivery, delivery), false);

    public void Release(DeliveryKey delivery, string endpoint) =>
        End(new(EndpointQueue(endpoint), WorkKind.Delivery, delivery.Handling, delivery.Stage, delivery.Ordinal));

    /// <summary>Does work that the transport handed out.</summary>
    public async ValueTask DoAsync(WorkTicket ticket, Func<WorkTicket, CancellationToken, ValueTask> work, CancellationToken cancellationToken)
    {
        // Work that another node published is not known here yet.
        _underWay.TryAdd(Work.Of(ticket), false);
        await work(ticket, cancellationToken).ConfigureAwait(false);
        End(ticket);
    }

    private bool Offer(WorkTicket ticket)
    {
        var work = Work.Of(ticket);
        while (!_underWay.TryAdd(work, false))
        {
            // Under way: whoever does it may have looked at the journal before the change that made it ready, and so does it once more.
            if (_underWay.TryUpdate(work, true, false) || (_underWay.TryGetValue(work, out var again) && again))
            {
                return true;
            }
        }

        var depth = _depths.GetOrAdd(ticket.Queue, static _ => new QueueDepth());
        depth.Enter();
        if (transport.TryPublish(ticket))
        {
            return true;
        }

        depth.Overflow();
        _underWay.TryRemove(work, out _);
        return false;
    }

    private void End(WorkTicket ticket)
    {
        var known = _underWay.TryRemove(Work.Of(ticket), out var again);
        if (known && _depths.TryGetValue(ticket.Queue, out var depth) && depth.Leave())
        {
            Drained?.Invoke(ticket.Queue);
        }

        if (again)
        {
            Offer(ticket);
        }
    }

    private readonly record struct Work(WorkKind Kind, DeliveryKey Key)
    {
        public static Work Of(WorkTicket ticket) => new(ticket.Kind, new DeliveryKey(ticket.Handling, ticket.Stage, ticket.Ordinal));
    }
}
