namespace Simphonie.Core.Transport;

/// <summary>
/// Carries the identifiers of ready work to whoever does it: in process, or over a broker between nodes. The journal is the source of truth:
/// what a transport loses is found again by the engine's sweep, what it repeats is recognised by its state.
/// Per queue, work is handed out in the order it was published, one at a time for lanes.
/// </summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>Begins to hand out work to <paramref name="handler"/> for the queues this node serves. A handler that throws gets the work again later.</summary>
    ValueTask StartAsync(IReadOnlyList<WorkQueue> queues, Func<WorkTicket, CancellationToken, ValueTask> handler, CancellationToken cancellationToken);

    /// <summary>Publishes; false when the queue is full: the work stays in the journal and is offered again by the sweep. Never blocks.</summary>
    bool TryPublish(WorkTicket ticket);

    /// <summary>Stops handing out; returns when handlers in progress have ended or the token is cancelled.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}

/// <summary>A queue: a lane of handlings (parallel 1) or the deliveries of an endpoint (parallel = its in-flight limit).</summary>
public sealed record WorkQueue(string Name, int Parallel, int Capacity);

/// <summary>An identifier of ready work. <paramref name="Stage"/> and <paramref name="Ordinal"/> are 0 for a handling.</summary>
public readonly record struct WorkTicket(string Queue, WorkKind Kind, long Handling, int Stage, int Ordinal);

/// <summary>What a ticket stands for.</summary>
public enum WorkKind : byte
{
    Handling,
    Delivery,
}
