using System.Text;
using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Embedded;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Testing;
using Simphonie.Formats.Fhir;
using Simphonie.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Engine.Tests.Support;

/// <summary>A whole engine over a real SQLite journal in a directory of its own, with endpoints and clock of the test.</summary>
public sealed class TestHub : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly string _directory;
    private readonly bool _ownsDirectory;
    private bool _killed;

    private TestHub(string directory, bool ownsDirectory, ObservedJournal journal, HubEngine engine, VirtualTime time, FakeDefinitions definitions, CapturedLogs logs)
    {
        _directory = directory;
        _ownsDirectory = ownsDirectory;
        Journal = journal;
        Engine = engine;
        Time = time;
        Definitions = definitions;
        Logs = logs;
    }

    public required TestHubOptions Options { get; init; }

    public required KvFormat Format { get; init; }

    public ObservedJournal Journal { get; }

    public HubEngine Engine { get; }

    public VirtualTime Time { get; }

    public FakeDefinitions Definitions { get; }

    public CapturedLogs Logs { get; }

    public string DataDirectory => _directory;

    public IJournalReader Reader => Journal.Reader;

    public long FreeDisk { get; set; } = long.MaxValue;

    public static Task<TestHub> StartAsync(IReadOnlyList<Route> routes, params IEndpoint[] endpoints) => StartAsync(new TestHubOptions { Routes = routes }, endpoints);

    public static async Task<TestHub> StartAsync(TestHubOptions options, params IEndpoint[] endpoints)
    {
        var directory = options.Directory ?? Directory.CreateTempSubdirectory("simphonie-engine-").FullName;
        var time = options.Time ?? new VirtualTime(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var journal = new ObservedJournal(await SqliteJournal.OpenAsync(new JournalOptions { Directory = directory, TimeProvider = time }, CancellationToken.None)) { DiesAt = options.DiesAt };
        var definitions = options.Definitions ?? new FakeDefinitions([.. options.Routes]);
        var format = new KvFormat();
        var logs = new CapturedLogs();
        TestHub? hub = null;
        var services = new EngineServices
        {
            Journal = journal,
            Definitions = definitions,
            Formats = new Dictionary<string, IFormat>(StringComparer.Ordinal) { ["kv"] = format, ["fhir"] = new FhirFormat() },
            Transport = new EmbeddedTransport(time),
            Time = time,
            Random = new Random(1),
            Unguessable = bytes => new Random(2).NextBytes(bytes),
            Logs = logs,
            LotFormats = new Dictionary<string, ILotFormat>(StringComparer.Ordinal) { ["kv"] = options.LotFormat },
            LotMarks = options.Marks,
            ReturnFormats = new Dictionary<string, IReturnFormat>(StringComparer.Ordinal) { ["kv"] = new LineReturns() },
            FreeDiskBytes = () => hub?.FreeDisk ?? long.MaxValue,
        };
        var settings = options.Settings(new EngineSettings { Hub = "hub-test", Establishment = "750000010", World = World.Test, Lanes = 4, Lots = options.Lots });
        IntakeChannel Channel(string name) => new()
        {
            Name = name,
            Establishment = settings.Establishment,
            World = settings.World,
            Format = format,
            Schema = "kv/test",
            Inspector = format,
            SizeLimit = options.SizeLimit,
            Acknowledge = options.Acknowledge,
            AcceptConflicts = options.AcceptConflicts,
        };
        var engine = new HubEngine(services, settings, [Channel("in"), Channel("parts"), Channel(LotChannel.Name)]);
        hub = new(directory, options.Directory is null, journal, engine, time, definitions, logs) { Options = options, Format = format };
        await engine.StartAsync(endpoints, CancellationToken.None);
        return hub;
    }

    public ValueTask<IntakeResult> SendAsync(string text, string? peer = null) =>
        Engine.Intake.ReceiveAsync(new() { Channel = "in", Body = Encoding.UTF8.GetBytes(text), Peer = peer }, CancellationToken.None);

    public ValueTask<InteractiveResult> CallAsync(string text, TimeSpan? wait = null, string? peer = null, CancellationToken cancellationToken = default) =>
        Engine.Interactive.CallAsync(new() { Channel = "in", Body = Encoding.UTF8.GetBytes(text), Peer = peer }, wait, cancellationToken);

    /// <summary>Waits, commit by commit, until the fact holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> fact, string what)
    {
        using var over = new CancellationTokenSource(s_patience);
        while (!await fact())
        {
            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Ring() => next.TrySetResult();
            Journal.Committed += Ring;
            try
            {
                if (await fact())
                {
                    return;
                }

                // Some facts are of endpoints, which commit nothing: look again from time to time.
                await Task.WhenAny(next.Task, Task.Delay(20, over.Token));
                Assert.That(over.IsCancellationRequested, Is.False, $"It did not come to: {what}");
            }
            finally
            {
                Journal.Committed -= Ring;
            }
        }
    }

    public Task UntilAsync(Func<bool> fact, string what) => UntilAsync(() => Task.FromResult(fact()), what);

    public async Task<HandlingRecord> UntilHandlingAsync(long message, HandlingState state)
    {
        HandlingRecord? found = null;
        await UntilAsync(
            async () => (found = (await Reader.HandlingsOfAsync(message, CancellationToken.None)).FirstOrDefault(handling => handling.State == state)) is not null,
            $"a handling of message {message} that is {state}");
        return found!;
    }

    public async Task<HandlingRecord> HandlingAsync(long message) => (await Reader.HandlingsOfAsync(message, CancellationToken.None)).Single();

    /// <summary>Moves the clock on in small steps while the engine keeps up, until the fact holds.</summary>
    public async Task PassAsync(Func<Task<bool>> fact, TimeSpan step, TimeSpan atMost, string what)
    {
        for (var passed = TimeSpan.Zero; passed <= atMost; passed += step)
        {
            await QuietAsync();
            if (await fact())
            {
                return;
            }

            Time.Advance(step);
        }

        Assert.Fail($"Within {atMost} it did not come to: {what}");
    }

    public async Task PassAsync(TimeSpan span, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            await QuietAsync();
            Time.Advance(step);
        }

        await QuietAsync();
    }

    /// <summary>Waits until nothing is queued, being done or committed.</summary>
    public async Task QuietAsync()
    {
        using var over = new CancellationTokenSource(s_patience);
        var calm = 0;
        var commits = -1;
        while (calm < 4)
        {
            over.Token.ThrowIfCancellationRequested();
            var before = Journal.Commits;
            calm = Engine.UnderWay == 0 && before == commits ? calm + 1 : 0;
            commits = before;
            await Task.Delay(1, CancellationToken.None);
        }
    }

    /// <summary>As a crash: nothing is ended in order, and what was not committed is gone.</summary>
    public async Task KillAsync()
    {
        _killed = true;
        Journal.DiesAt = _ => true;
        await Journal.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_killed)
        {
            await Engine.DisposeAsync();
            await Journal.DisposeAsync();
        }

        if (_ownsDirectory && !_killed)
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}
