using System.Threading.Channels;
using Simphonie.Core.Transport;

namespace Simphonie.Engine.Embedded;

/// <summary>One bounded queue and the pumps that hand its work out, in the order it was published.</summary>
internal sealed class EmbeddedQueue(WorkQueue queue, Func<WorkTicket, CancellationToken, ValueTask> handler, TimeProvider time)
{
    /// <summary>How long work waits that its handler threw on: twice as long each time, up to the most.</summary>
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(30);

    private readonly Channel<WorkTicket> _tickets = Channel.CreateBounded<WorkTicket>(new BoundedChannelOptions(queue.Capacity)
    {
        SingleReader = queue.Parallel == 1,
        FullMode = BoundedChannelFullMode.Wait,
    });

    public bool TryPublish(WorkTicket ticket) => _tickets.Writer.TryWrite(ticket);

    /// <summary>Hands out until <paramref name="stopping"/>; work in progress goes on until it ends or <paramref name="aborting"/>.</summary>
    public Task RunAsync(CancellationToken stopping, CancellationToken aborting) =>
        Task.WhenAll(Enumerable.Range(0, queue.Parallel).Select(_ => Task.Run(() => PumpAsync(stopping, aborting), CancellationToken.None)));

    private async Task PumpAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            while (true)
            {
                var ticket = await _tickets.Reader.ReadAsync(stopping).ConfigureAwait(false);
                await HandleAsync(ticket, stopping, aborting).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is still queued stays in the journal, the source of truth.
        }
    }

    private async ValueTask HandleAsync(WorkTicket ticket, CancellationToken stopping, CancellationToken aborting)
    {
        for (var wait = s_first; !stopping.IsCancellationRequested; wait = wait * 2 < s_most ? wait * 2 : s_most)
        {
            try
            {
                await handler(ticket, aborting).ConfigureAwait(false);
                return;
            }
            catch (Exception) when (!aborting.IsCancellationRequested)
            {
                // The contract: a handler that throws gets the work again later. The handler has told the operators why.
                await Task.Delay(wait, time, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (aborting.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
