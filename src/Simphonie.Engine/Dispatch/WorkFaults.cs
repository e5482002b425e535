using System.Collections.Concurrent;
using Simphonie.Core.Transport;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// Work that ended by an internal error, with how often and until when it waits. It waits outside of its lane, which goes on with others;
/// what fails for good leaves here as a dead letter. Forgotten at a restart, which is a new chance.
/// </summary>
internal sealed class WorkFaults(Dispatcher dispatcher, TimeProvider time)
{
    private readonly ConcurrentDictionary<WorkTicket, WorkFault> _faults = new();
    private readonly Bell _bell = new();

    /// <summary>Counts one more failure; null when there have been enough.</summary>
    public WorkFault? Add(WorkTicket ticket, string kind)
    {
        var count = (_faults.TryGetValue(ticket, out var before) ? before.Count : 0) + 1;
        if (FaultPolicy.Wait(count) is not { } wait)
        {
            return null;
        }

        var fault = new WorkFault(count, kind, time.GetUtcNow() + wait);
        _faults[ticket] = fault;
        _bell.Ring();
        return fault;
    }

    /// <summary>It was done, or has ended.</summary>
    public void Forget(WorkTicket ticket)
    {
        if (!_faults.IsEmpty)
        {
            _faults.TryRemove(ticket, out _);
        }
    }

    /// <summary>True while work that failed is not due again.</summary>
    public bool Waits(WorkTicket ticket) => !_faults.IsEmpty && _faults.TryGetValue(ticket, out var fault) && fault.NextAt > time.GetUtcNow();

    /// <summary>The fault of a handling or of one of its deliveries.</summary>
    public WorkFault? Of(long handling) => _faults.FirstOrDefault(fault => fault.Key.Handling == handling).Value;

    /// <summary>Publishes again what is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var next = now + TimeSpan.FromSeconds(30);
            foreach (var (ticket, fault) in _faults)
            {
                if (fault.NextAt <= now)
                {
                    dispatcher.Publish(ticket);
                }
                else if (fault.NextAt < next)
                {
                    next = fault.NextAt;
                }
            }

            await _bell.WaitAsync(next - now, time, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>How often work has ended by an internal error, of what kind the last one was, and when it is done again.</summary>
internal sealed record WorkFault(int Count, string Kind, DateTimeOffset NextAt);
