using Simphonie.Core.Transport;

namespace Simphonie.Engine.Embedded;

/// <summary>The transport of one process: bounded queues in memory, one pump for each unit of parallel work.</summary>
public sealed class EmbeddedTransport(TimeProvider time) : ITransport
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private Dictionary<string, EmbeddedQueue> _queues = new(StringComparer.Ordinal);
    private Task _pumps = Task.CompletedTask;

    public ValueTask StartAsync(IReadOnlyList<WorkQueue> queues, Func<WorkTicket, CancellationToken, ValueTask> handler, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _queues = queues.ToDictionary(queue => queue.Name, queue => new EmbeddedQueue(queue, handler, time), StringComparer.Ordinal);
        _pumps = Task.WhenAll(_queues.Values.Select(queue => queue.RunAsync(_stopping.Token, _aborting.Token)));
        return ValueTask.CompletedTask;
    }

    public bool TryPublish(WorkTicket ticket) =>
        !_stopping.IsCancellationRequested && _queues.TryGetValue(ticket.Queue, out var queue) && queue.TryPublish(ticket);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await using (cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _aborting).ConfigureAwait(false))
        {
            await _pumps.ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _aborting.CancelAsync().ConfigureAwait(false);
        await _pumps.ConfigureAwait(false);
        _stopping.Dispose();
        _aborting.Dispose();
    }
}
