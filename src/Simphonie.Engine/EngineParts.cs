using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;
using Simphonie.Engine.Control;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Disk;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Explain;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Interactive;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Replay;
using Simphonie.Engine.Retaining;
using Simphonie.Engine.Returns;

namespace Simphonie.Engine;

/// <summary>The parts of one engine and how they hang together. Endpoints come last: they are made with the doors.</summary>
internal sealed class EngineParts
{
    private readonly Dictionary<string, IEndpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EndpointLine> _lines = new(StringComparer.Ordinal);

    public EngineParts(EngineServices services, EngineSettings settings, IReadOnlyList<IntakeChannel> channels)
    {
        Services = services;
        Settings = settings;
        var (journal, time) = (services.Journal, services.Time);
        var logger = services.Logs.CreateLogger("Simphonie.Engine");
        var doors = new IntakeChannels(channels);
        var recents = new Recents();
        Disk = new DiskMarks(settings.Disk, services.FreeDiskBytes, services.DiskReserve, time);
        Gate = new IntakeGate(settings.MaxInFlight, Disk);
        Definitions = new ActiveDefinitions(services.Definitions, journal, logger, time);
        Book = new RouteBook(Definitions, services.Definitions, journal.Reader);
        Dispatcher = new Dispatcher(services.Transport, settings.Lanes);
        Dispatcher.Appended += SequencerBell.Ring;
        var examiner = new IntakeExaminer(journal.Content, () => Definitions.InForce, time);
        Intake = new MessageIntake(doors, Gate, examiner, journal, recents, SequencerBell.Ring);

        Cases = new CaseBook(journal, new ProcessBook(Definitions, Book, journal.Reader), Dispatcher);
        Lots = settings.Lots is null ? null : new(services, settings.Lots, Definitions, Cases, Dispatcher, logger);
        var departures = new LotDepartures(journal.Reader, Lots?.Gate, Lots?.Events);
        var environment = new StageEnvironment
        {
            Journal = journal.Id,
            Hub = settings.Hub,
            Formats = services.Formats,
            Endpoints = _endpoints,
            Pseudonym = journal.Pseudonym,
            Tables = services.Tables ?? NoTables,
            Lots = Lots?.Desk,
            Returns = services.ReturnFormats,
            Carrier = Lots?.Carrier,
            Time = time,
        };
        var ledger = new LedgerSource(journal);
        var clock = new EngineClock(time);
        var selector = new RouteSelector(settings.Hub, settings.Lanes, journal.Pseudonym, ledger.OfRaw);
        Sequencer = new Sequencer(journal, Definitions, services.Formats, selector, Dispatcher, clock, recents, settings.SequencerPage);
        Runner = new StageRunner(environment);
        Loader = new StageLoader(journal.Reader, services.Formats, ledger.ReadsOf);
        Returns = new ReturnParts(services, Definitions, Cases, Lots, Dispatcher, logger);
        CaseTimers = new CaseTimers(journal.Reader, Cases, time);
        RaisedEvents = new RaisedEvents(journal, Cases, time);
        var writer = new StageWriter(journal.Content, doors, Cases, time);
        Ends = new HandlingEnds(journal, Dispatcher, Completions, recents, time);
        Groups = new GroupCloser(journal, Dispatcher, time);
        Handlings = new HandlingWorker(journal, Book, Loader, Runner, writer, Ends, Groups, Dispatcher, Completions, recents, time);
        Sweeper = new Sweeper(journal.Reader, Dispatcher, time);
        Faults = new WorkFaults(Dispatcher, time);
        Faulted = new FaultedWork(journal, Dispatcher, Completions, recents, time);
        Expiry = new ExpiryLoop(journal.Reader, Ends, Dispatcher, time);
        Retention = new RetentionLoop(journal, settings, logger, time);

        Lines = new EndpointLines(_lines);
        Dispatcher.Drained += OnDrained;
        var outcomes = new OutcomeCommitter(journal, Dispatcher, Completions, recents, departures, time);
        var subjects = new SubjectCheck(journal.Reader, new SubjectKeys(journal.Reader, recents, doors), new IdentityRoutes(Definitions));
        Deliveries = new DeliveryWorker(journal, Book, Lines, new Attempter(journal, time), subjects, new DeliveryDeferral(journal, Lines, time), outcomes, departures, Ends, Disk, settings, recents, new Jitter(services.Random), time);
        Gone = new EndpointsGone(journal, Lines, settings.Establishment, time);
        Interrupted = new InterruptedDeliveries(journal, Lines, time);

        Commands = new HubCommands(journal, new DeadLetterRetry(journal, Book, Definitions, Dispatcher, time), Ends, Dispatcher, Lines, doors, SequencerBell.Ring, time);
        Why = new WhyHere(journal.Reader, Lines, Faults, time);
        Replay = new Replayer(journal, Book, Definitions, new DryRun(journal.Reader, Runner, services.Formats, ledger.ReadsOf), Dispatcher, clock);

        var start = new InteractiveStart(journal, Definitions, services.Formats, selector, Handlings, writer, Dispatcher, recents, ledger.ReadsOf, clock, time);
        var driver = new InteractiveDriver(journal, Lines, Deliveries, outcomes, Handlings, writer, Dispatcher, Completions, time);
        var answers = new InteractiveAnswers(journal, Book, Completions, services.Unguessable, time);
        Interactive = new InteractiveIntake(doors, Gate, examiner, journal, start, driver, InteractiveRuns, answers, settings, SequencerBell.Ring);
    }

    public EngineServices Services { get; }

    public EngineSettings Settings { get; }

    public DiskMarks Disk { get; }

    public IntakeGate Gate { get; }

    public ActiveDefinitions Definitions { get; }

    public RouteBook Book { get; }

    public Dispatcher Dispatcher { get; }

    public Bell SequencerBell { get; } = new();

    public Completions Completions { get; } = new();

    public MessageIntake Intake { get; }

    public InteractiveIntake Interactive { get; }

    public InteractiveRuns InteractiveRuns { get; } = new();

    public Sequencer Sequencer { get; }

    public StageRunner Runner { get; }

    public StageLoader Loader { get; }

    public HandlingEnds Ends { get; }

    public GroupCloser Groups { get; }

    public HandlingWorker Handlings { get; }

    public Sweeper Sweeper { get; }

    public WorkFaults Faults { get; }

    public FaultedWork Faulted { get; }

    public ExpiryLoop Expiry { get; }

    public RetentionLoop Retention { get; }

    public CaseBook Cases { get; }

    public CaseTimers CaseTimers { get; }

    public RaisedEvents RaisedEvents { get; }

    public EndpointLines Lines { get; }

    public DeliveryWorker Deliveries { get; }

    public EndpointsGone Gone { get; }

    public InterruptedDeliveries Interrupted { get; }

    /// <summary>Null when the site makes no lots.</summary>
    public LotParts? Lots { get; }

    public ReturnParts Returns { get; }

    public HubCommands Commands { get; }

    public WhyHere Why { get; }

    public Replayer Replay { get; }

    public void Open(IReadOnlyList<IEndpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            _endpoints.Add(endpoint.Name, endpoint);
            _lines.Add(endpoint.Name, new EndpointLine(
                endpoint,
                new Circuit(Settings.Circuit, Services.Time),
                Services.Journal.Reader,
                Dispatcher,
                Disk,
                Settings.EndpointCapacity,
                Services.Time));
        }
    }

    private static bool NoTables(string table, string key, out string? value)
    {
        value = null;
        return false;
    }

    private void OnDrained(string queue)
    {
        const string endpoints = "endpoint:";
        if (queue.StartsWith(endpoints, StringComparison.Ordinal))
        {
            _lines.GetValueOrDefault(queue[endpoints.Length..])?.Signal();
        }
        else
        {
            Sweeper.Signal();
        }
    }
}
