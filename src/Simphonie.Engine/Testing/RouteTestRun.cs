using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Core.Channels;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;
using Simphonie.Engine.Embedded;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Testing;

/// <summary>One run of a route test.</summary>
internal sealed class RouteTestRun : IAsyncDisposable
{
    private const string Establishment = "750000010";
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(31);
    private static readonly TimeSpan s_circuit = TimeSpan.FromMinutes(1);
    private readonly RouteTest _test;
    private readonly Route _route;
    private readonly DefinitionSnapshot _snapshot;
    private readonly IReadOnlyDictionary<string, IFormat> _formats;
    private readonly RecordingJournal _journal;
    private readonly VirtualTime _time;
    private readonly HubEngine _engine;
    private readonly string _channel;
    private readonly List<MockEndpoint> _endpoints;
    private readonly List<long> _messages = [];
    private InteractiveResult? _answer;

    public RouteTestRun(RouteTest test, Route route, DefinitionSnapshot snapshot, RouteTestFormats formats, RecordingJournal journal, VirtualTime time)
    {
        (_test, _route, _snapshot, _formats, _journal, _time) = (test, route, snapshot, formats.All, journal, time);
        _channel = test.Channel ?? route.From[0];
        var services = new EngineServices
        {
            Journal = journal,
            Definitions = new TestDefinitions(snapshot),
            Formats = formats.All,
            LotFormats = formats.Lots,
            LotMarks = new RouteTestMarks(),
            ReturnFormats = formats.Returns,
            Transport = new EmbeddedTransport(time),
            Time = time,
            Random = new Random(1),
            Unguessable = static bytes => bytes.Clear(),
            Logs = NullLoggerFactory.Instance,
            FreeDiskBytes = static () => long.MaxValue,
        };
        var settings = new EngineSettings { Hub = "HUB", Establishment = Establishment, World = World.Test, Lanes = 2, Lots = test.Lots ?? (RouteSteps.MakesLots(route) ? TestLots.Default : null) };
        _engine = new HubEngine(services, settings, [Channel()]);
        _endpoints =
        [
            .. snapshot.Routes.SelectMany(RouteSteps.Endpoints).GroupBy(static one => one.Endpoint, StringComparer.Ordinal)
                .Select(uses => new MockEndpoint(uses.Key, AnswerFormat(uses.Key, uses.Select(static use => use.Response?.From)), test.Endpoints.GetValueOrDefault(uses.Key) ?? [], MeanwhileAsync)),
        ];
    }

    public async Task<TestOutcome> OutcomeAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in _test.Ledger)
        {
            await _journal.CommitAsync([new JournalWrite.PutLedger(new(Establishment, World.Test, entry.Kind, entry.Key, entry.Value, 0, _test.Now))], cancellationToken).ConfigureAwait(false);
        }

        var before = _journal.Ledger.Count;
        await _engine.StartAsync(_endpoints, cancellationToken).ConfigureAwait(false);
        foreach (var message in _test.Messages)
        {
            await SendAsync(message, cancellationToken).ConfigureAwait(false);
            await SettleAsync(cancellationToken).ConfigureAwait(false);
        }

        var lots = _engine.Lots is { } book ? new RouteTestLots(book, _journal) : null;
        if (lots is not null)
        {
            await lots.CloseAsync(cancellationToken).ConfigureAwait(false);
            await QuietAsync(cancellationToken).ConfigureAwait(false);
        }

        return await new RouteTestReport(_journal, _formats, _snapshot, _route, lots).OutcomeAsync(_messages, _answer, before, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private IntakeChannel Channel()
    {
        var format = RouteSteps.ReturnFormat(_route) ?? _test.Messages[0].Format;
        return new()
        {
            Name = _channel,
            Establishment = Establishment,
            World = World.Test,
            Format = _formats[format],
            Schema = SchemaOf(format),
            Inspector = new TestInspector(),
        };
    }

    private string? SchemaOf(string format)
    {
        foreach (var reference in RouteSteps.SourceSchemas(_route))
        {
            if (_snapshot.Schemas.TryResolve(reference, DateOnly.MaxValue, out var schema) && schema.Format == format)
            {
                return reference;
            }
        }

        return TestSchemas.For(_snapshot, format) is { } first ? $"{first.Header.Id}@{first.Header.Version}" : null;
    }

    private string AnswerFormat(string endpoint, IEnumerable<string?> references)
    {
        foreach (var reference in references.OfType<string>())
        {
            if (_snapshot.Schemas.TryResolve(reference, DateOnly.MaxValue, out var schema))
            {
                return schema.Format;
            }
        }

        var answer = _test.Endpoints.GetValueOrDefault(endpoint)?.Select(static one => one.Answer).FirstOrDefault(static one => one is not null);
        return answer?.Format ?? "hl7v2";
    }

    private async Task SendAsync(TestContent content, CancellationToken cancellationToken)
    {
        var message = new InboundMessage { Channel = _channel, Body = content.Bytes.ToArray() };
        if (_route.Answer is null)
        {
            _messages.Add((await _engine.Intake.ReceiveAsync(message, cancellationToken).ConfigureAwait(false)).MessageId);
            return;
        }

        // The clock stands while the caller waits, so that only an answer that never comes is late.
        var call = _engine.Interactive.CallAsync(message, null, cancellationToken).AsTask();
        await Task.WhenAny(call, QuietAsync(cancellationToken)).ConfigureAwait(false);
        if (!call.IsCompleted)
        {
            _time.Advance(_route.AnswerWithin ?? TimeSpan.FromSeconds(10));
        }

        _answer = await call.ConfigureAwait(false);
        if (_answer.Intake is { } intake)
        {
            _messages.Add(intake.MessageId);
        }
    }

    // What comes in while an endpoint is at work has been dealt with before that endpoint answers.
    private async Task MeanwhileAsync(TestContent content, CancellationToken cancellationToken)
    {
        var received = await _engine.Intake.ReceiveAsync(new() { Channel = _channel, Body = content.Bytes.ToArray() }, cancellationToken).ConfigureAwait(false);
        while (await IsOpenAsync(received.MessageId, cancellationToken).ConfigureAwait(false))
        {
            await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> IsOpenAsync(long message, CancellationToken cancellationToken)
    {
        if (await _journal.Reader.MessageAsync(message, cancellationToken).ConfigureAwait(false) is { State: MessageState.Received })
        {
            return true;
        }

        var handlings = await _journal.Reader.HandlingsOfAsync(message, cancellationToken).ConfigureAwait(false);
        return handlings.Any(static handling => handling.State == HandlingState.Ready);
    }

    /// <summary>Lets work and time go on until nothing is open, or until the state that the test expects is reached and no endpoint has anything left to do.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var expected = _test.Expectations.OfType<Expectation.State>().FirstOrDefault()?.Name;
        while (_time.GetUtcNow() - _test.Now < s_longest)
        {
            await QuietAsync(cancellationToken).ConfigureAwait(false);
            var open = await OpenAsync(cancellationToken).ConfigureAwait(false);
            if (open.Count == 0 || (open.Exists(handling => RouteTestReport.Name(handling.State) == expected) && _endpoints.TrueForAll(static endpoint => endpoint.IsPlayed)))
            {
                return;
            }

            var next = _time.GetUtcNow() + s_circuit;
            foreach (var handling in open)
            {
                foreach (var delivery in await _journal.Reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false))
                {
                    next = delivery.NextAt > _time.GetUtcNow() && delivery.NextAt < next ? delivery.NextAt.Value : next;
                }
            }

            _time.Advance(next - _time.GetUtcNow());
        }
    }

    private async ValueTask<List<HandlingRecord>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<HandlingRecord>();
        foreach (var message in _messages)
        {
            var handlings = await _journal.Reader.HandlingsOfAsync(message, cancellationToken).ConfigureAwait(false);
            open.AddRange(handlings.Where(static handling => !HandlingProgress.HasEnded(handling.State) && handling.State is not (HandlingState.Dead or HandlingState.Unknown or HandlingState.Held)));
        }

        return open;
    }

    private async Task QuietAsync(CancellationToken cancellationToken)
    {
        for (var calm = 0; calm < 3;)
        {
            var figures = await _journal.Reader.FiguresAsync(cancellationToken).ConfigureAwait(false);
            calm = _engine.UnderWay == 0 && _journal.UnderWay == 0 && figures.Unsequenced == 0 && figures.Ready == 0 ? calm + 1 : 0;
            await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        }
    }
}
