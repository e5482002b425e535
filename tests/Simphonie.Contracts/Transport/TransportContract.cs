using NUnit.Framework;
using Simphonie.Core.Transport;

namespace Simphonie.Contracts.Transport;

/// <summary>
/// What every transport promises. An implementation passes by an empty subclass of each suite of this folder that gives its own
/// <see cref="CreateTransportAsync"/>; each configuration that changes semantics is a subclass of its own.
/// </summary>
public abstract class TransportContract
{
    /// <summary>Generous: only a broken transport waits for it.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<ITransport> _made = [];

    /// <summary>A transport of its own for one test, not started, that shares nothing with those of other tests.</summary>
    protected abstract ValueTask<ITransport> CreateTransportAsync();

    [TearDown]
    public async Task DisposeTransports()
    {
        foreach (var transport in _made)
        {
            await transport.DisposeAsync();
        }

        _made.Clear();
    }

    protected async Task<ITransport> StartAsync(IReadOnlyList<WorkQueue> queues, Func<WorkTicket, CancellationToken, ValueTask> handler)
    {
        var transport = await CreateTransportAsync();
        _made.Add(transport);
        await transport.StartAsync(queues, handler, CancellationToken.None);
        return transport;
    }

    protected static WorkTicket Ticket(string queue, long handling) => new(queue, WorkKind.Handling, handling, 0, 0);
}
