using System.Globalization;
using Simphonie.Core.Channels;
using Simphonie.Core.Formats;

namespace Simphonie.Contracts.Channels;

/// <summary>
/// The hub behind a door, as <see cref="IInteractiveIntake"/> describes it: calls are told apart by identity and peer, the first one is done and
/// goes on whoever waits. What it comes to, and when, the test says.
/// </summary>
public sealed class ScriptedInteractive : IInteractiveIntake
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string? Peer, string Ticket)> _begun = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What each call comes to.</summary>
    public Task<InteractiveResult> Outcome { get; set; } = Task.FromResult(new InteractiveResult { State = InteractiveState.NoRoute });

    /// <summary>True: who calls before the outcome is there is told that it is late.</summary>
    public bool IsSlow { get; set; }

    /// <summary>Completes at the first call.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Completes when a caller has stopped waiting.</summary>
    public Task Left => _left.Task;

    /// <summary>Calls that were begun, each identity once.</summary>
    public int Begun
    {
        get
        {
            lock (_gate)
            {
                return _begun.Count;
            }
        }
    }

    public async ValueTask<InteractiveResult> CallAsync(InboundMessage message, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var inspection = message.Inspector!.Inspect(message.Body.Span);
        if (!inspection.Readable)
        {
            return NotAccepted(IntakeDisposition.Unreadable, inspection);
        }

        if (Ticket(inspection.DuplicateKey, message.Peer) is not { } ticket)
        {
            return NotAccepted(IntakeDisposition.Duplicate, inspection);
        }

        _arrived.TrySetResult();
        if (IsSlow && !Outcome.IsCompleted)
        {
            return new() { State = InteractiveState.Late, Ticket = ticket };
        }

        try
        {
            return await Outcome.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _left.TrySetResult();
            throw;
        }
    }

    public ValueTask<InteractiveResult?> FindAsync(string ticket, string? peer, CancellationToken cancellationToken) => ValueTask.FromResult(Find(ticket, peer));

    /// <summary>The outcome for the peer that has the ticket, null for any other.</summary>
    public InteractiveResult? Find(string ticket, string? peer)
    {
        lock (_gate)
        {
            return !_begun.Values.Contains((peer, ticket)) ? null
                : Outcome.IsCompletedSuccessfully ? Outcome.Result
                : new() { State = InteractiveState.Late, Ticket = ticket };
        }
    }

    private static InteractiveResult NotAccepted(IntakeDisposition disposition, Inspection inspection) => new()
    {
        State = InteractiveState.NotAccepted,
        Intake = new() { Disposition = disposition, Inspection = inspection, Findings = inspection.Findings },
        Findings = inspection.Findings,
    };

    // Null: the identity is that of another peer's call.
    private string? Ticket(string? identity, string? peer)
    {
        lock (_gate)
        {
            var key = identity ?? string.Create(CultureInfo.InvariantCulture, $"call {_begun.Count}");
            if (_begun.TryGetValue(key, out var known))
            {
                return known.Peer == peer ? known.Ticket : null;
            }

            var ticket = (_begun.Count + 1).ToString("x32", CultureInfo.InvariantCulture);
            _begun.Add(key, (peer, ticket));
            return ticket;
        }
    }
}
