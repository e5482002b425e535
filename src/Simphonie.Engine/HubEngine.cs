using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Core.Transport;
using Simphonie.Engine.Control;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Explain;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Replay;
using Simphonie.Engine.Returns;

namespace Simphonie.Engine;

/// <summary>
/// The engine of one node: the doors, the sequencer, the lanes, the lines of the endpoints. Made first, so that channels can be given its doors;
/// started with the endpoints; the channels are started after it and stopped before it.
/// </summary>
public sealed class HubEngine : IAsyncDisposable
{
    private readonly EngineServices _services;
    private readonly EngineSettings _settings;
    private readonly EngineParts _parts;
    private readonly EngineLoops _loops;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private bool _opened;
    private bool _started;
    private bool _stopped;

    public HubEngine(EngineServices services, EngineSettings settings, IReadOnlyList<IntakeChannel> channels)
    {
        _services = services;
        _settings = settings;
        _logger = services.Logs.CreateLogger("Simphonie.Engine");
        _parts = new EngineParts(services, settings, channels);
        _loops = new EngineLoops(_logger, services.Time);
    }

    /// <summary>The door for channels that acknowledge.</summary>
    public IIntake Intake => _parts.Intake;

    /// <summary>The door for callers that wait.</summary>
    public IInteractiveIntake Interactive => _parts.Interactive;

    /// <summary>What people may tell the engine to do.</summary>
    public HubCommands Commands => _parts.Commands;

    /// <summary>Brings events to business cases.</summary>
    public CaseBook Cases => _parts.Cases;

    /// <summary>What people may do with lots; null when the site makes none.</summary>
    public LotBook? Lots => _parts.Lots?.Book;

    /// <summary>What people may decide about parts of returns that wait.</summary>
    public ReturnBook Returns => _parts.Returns.Book;

    /// <summary>Why a message is where it is.</summary>
    public WhyHere Why => _parts.Why;

    /// <summary>Runs messages again, dry or for real.</summary>
    public Replayer Replay => _parts.Replay;

    /// <summary>Makes the endpoints known, once, so that a hub that does not run can be asked and commanded. <see cref="StartAsync"/> does it where it was not done.</summary>
    public void Open(IReadOnlyList<IEndpoint> endpoints)
    {
        if (!_opened)
        {
            _opened = true;
            _parts.Open(endpoints);
        }
    }

    /// <summary>Recovers what a crash left, then begins to work. Returns when it is ready; a backlog is worked off afterwards.</summary>
    public async Task StartAsync(IReadOnlyList<IEndpoint> endpoints, CancellationToken cancellationToken)
    {
        Open(endpoints);
        await _parts.Definitions.ActivateAsync(cancellationToken).ConfigureAwait(false);
        if (_parts.Lots is { Gate: var gate })
        {
            await gate.OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        await _parts.Interrupted.RecoverAsync(cancellationToken).ConfigureAwait(false);
        await _parts.Gone.LookAsync(cancellationToken).ConfigureAwait(false);
        await _services.Transport.StartAsync(Queues(endpoints), WorkAsync, cancellationToken).ConfigureAwait(false);
        if (_parts.Lots is { } lots)
        {
            _loops.Start("lots", lots.Closer.RunAsync, _stopping.Token);
        }

        _loops.Start("returns", _parts.Returns.Applier.RunAsync, _stopping.Token);
        _loops.Start("sequencer", SequenceAsync, _stopping.Token);
        _loops.Start("definitions", _parts.Definitions.RunAsync, _stopping.Token);
        _loops.Start("sweep", _parts.Sweeper.RunAsync, _stopping.Token);
        _loops.Start("faults", _parts.Faults.RunAsync, _stopping.Token);
        _loops.Start("expiry", _parts.Expiry.RunAsync, _stopping.Token);
        _loops.Start("groups", _parts.Groups.RunAsync, _stopping.Token);
        _loops.Start("case timers", _parts.CaseTimers.RunAsync, _stopping.Token);
        _loops.Start("raised events", _parts.RaisedEvents.RunAsync, _stopping.Token);
        _loops.Start("retention", _parts.Retention.RunAsync, _stopping.Token);
        foreach (var line in _parts.Lines.All)
        {
            _loops.Start(Dispatcher.EndpointQueue(line.Endpoint.Name), line.RunAsync, _stopping.Token);
        }

        _started = true;
        EngineLog.Ready(_logger, _parts.Definitions.InForce.Revision, _settings.Lanes, endpoints.Count);
    }

    /// <summary>
    /// Stops: the doors refuse, work in progress may end within the time of the settings, the rest stays in the journal. Nothing is lost either way.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        _parts.Gate.Stop();
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (!_started)
        {
            return;
        }

        using var over = new CancellationTokenSource(_settings.StopWithin, _services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        await _services.Transport.StopAsync(either.Token).ConfigureAwait(false);
        await _parts.InteractiveRuns.EndedAsync(either.Token).ConfigureAwait(false);
        await _loops.EndedAsync().ConfigureAwait(false);
        EngineLog.Stopped(_logger, _parts.Dispatcher.UnderWay);
    }

    /// <summary>Handlings and deliveries that are queued or being done.</summary>
    public int UnderWay => _parts.Dispatcher.UnderWay;

    /// <summary>How the hub is; one query.</summary>
    public async ValueTask<HubHealth> HealthAsync(CancellationToken cancellationToken)
    {
        var open = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var line in _parts.Lines.All)
        {
            if (line.Circuit.State.OpenSince is { } since)
            {
                open[line.Endpoint.Name] = since;
            }
        }

        var disk = _parts.Disk.Level;
        return new(
            _loops.AllRun,
            _started && !_stopped && _loops.AllRun && disk == Engine.Disk.DiskLevel.Ample,
            disk,
            _parts.Gate.InFlight,
            _parts.Dispatcher.UnderWay,
            _parts.Definitions.InForce.Revision,
            open,
            await _services.Journal.Reader.FiguresAsync(cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _services.Transport.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private List<WorkQueue> Queues(IReadOnlyList<IEndpoint> endpoints) =>
    [
        .. Enumerable.Range(0, _settings.Lanes).Select(lane => new WorkQueue(Dispatcher.LaneQueue(lane), 1, _settings.LaneCapacity)),
        .. endpoints.Select(endpoint => new WorkQueue(Dispatcher.EndpointQueue(endpoint.Name), endpoint.Capabilities.InFlight, _settings.EndpointCapacity)),
    ];

    private ValueTask WorkAsync(WorkTicket ticket, CancellationToken cancellationToken) => _parts.Dispatcher.DoAsync(ticket, DoAsync, cancellationToken);

    private async ValueTask DoAsync(WorkTicket ticket, CancellationToken cancellationToken)
    {
        if (_parts.Faults.Waits(ticket))
        {
            return;
        }

        try
        {
            await (ticket.Kind == WorkKind.Handling
                ? _parts.Handlings.RunAsync(ticket.Handling, cancellationToken)
                : _parts.Deliveries.RunAsync(new(ticket.Handling, ticket.Stage, ticket.Ordinal), cancellationToken)).ConfigureAwait(false);
            _parts.Faults.Forget(ticket);
        }
        catch (JournalBrokenException exception)
        {
            // No work can be done without the journal: the transport waits with it, longer each time.
            EngineLog.WorkFailed(_logger, ticket.Kind.ToString(), ticket.Handling, exception.GetType().Name);
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var kind = exception.GetType().Name;
            EngineLog.WorkFailed(_logger, ticket.Kind.ToString(), ticket.Handling, kind);
            if (await _parts.Faulted.IsInDoubtAsync(ticket, cancellationToken).ConfigureAwait(false) || _parts.Faults.Add(ticket, kind) is null)
            {
                await _parts.Faulted.GiveUpAsync(ticket, kind, cancellationToken).ConfigureAwait(false);
                _parts.Faults.Forget(ticket);
            }
        }
    }

    private async Task SequenceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (await _parts.Sequencer.PageAsync(cancellationToken).ConfigureAwait(false) > 0)
            {
                // Until every message has been dealt with.
            }

            await _parts.SequencerBell.WaitAsync(TimeSpan.FromSeconds(30), _services.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
