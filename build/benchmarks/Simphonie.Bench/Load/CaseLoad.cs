using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Snapshot;
using Simphonie.Engine;
using Simphonie.Engine.Embedded;
using Simphonie.Engine.Processes;
using Simphonie.Formats.Fhir;
using Simphonie.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Bench.Load;

/// <summary>Brings invoices from their receipt to their payment, in batches, through the shipped process and a durable journal.</summary>
internal static class CaseLoad
{
    private const int Batch = 500;
    private const int WarmBatches = 20;
    private static readonly string[] s_road = ["received", "controlled", "closed-in-lot", "lot-sent", "paid"];

    public static async Task<CaseLoadResult> RunAsync(string home, string directory, int cases, CancellationToken cancellationToken)
    {
        var tools = new DefinitionTools { SchemaLoaders = [], Formats = new Dictionary<string, IFormat>(StringComparer.Ordinal) { ["fhir"] = new FhirFormat() }, Mappings = new MappingCompiler() };
        var definitions = new DefinitionStore(new(tools), [Path.Combine(home, "routes", "fides")]);
        if (definitions.Reload().Snapshot is null)
        {
            throw new InvalidOperationException("The process of invoices did not compile.");
        }

        await using var journal = await SqliteJournal.OpenAsync(new JournalOptions { Directory = directory }, cancellationToken);
        var services = new EngineServices
        {
            Journal = journal,
            Definitions = definitions,
            Formats = tools.Formats,
            Transport = new EmbeddedTransport(TimeProvider.System),
            Time = TimeProvider.System,
            Random = new Random(1),
            Unguessable = static bytes => bytes.Clear(),
            Logs = NullLoggerFactory.Instance,
            FreeDiskBytes = static () => long.MaxValue,
        };
        await using var engine = new HubEngine(services, new EngineSettings { Hub = "bench", Establishment = "750000010", World = World.Test }, []);

        // The first batches compile what they run.
        for (var warm = 0; warm < WarmBatches; warm++)
        {
            await BringAsync(engine.Cases, "warm", warm * Batch, Batch, cancellationToken);
        }

        var processor = Process.GetCurrentProcess();
        var before = processor.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        for (var first = 0; first < cases; first += Batch)
        {
            await BringAsync(engine.Cases, "i", first, Math.Min(Batch, cases - first), cancellationToken);
        }

        var took = Stopwatch.GetElapsedTime(start);
        processor.Refresh();
        return new(cases * s_road.Length, took, processor.TotalProcessorTime - before);
    }

    private static async Task BringAsync(CaseBook book, string prefix, int first, int count, CancellationToken cancellationToken)
    {
        var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        foreach (var name in s_road)
        {
            at += TimeSpan.FromMinutes(1);
            var events = new ProcessEvent[count];
            for (var i = 0; i < count; i++)
            {
                events[i] = new()
                {
                    Establishment = "750000010",
                    World = World.Test,
                    Process = "invoice",
                    Case = string.Create(CultureInfo.InvariantCulture, $"750000010/{prefix}{first + i:D9}/010100/amo"),
                    Name = name,
                    Identity = name + "/1",
                    Values = Values(name),
                    At = at,
                    Message = 1,
                };
            }

            await book.CommitAsync(events, null, cancellationToken);
        }
    }

    private static KeyValuePair<string, Value>[] Values(string name) => name switch
    {
        "received" => [new("part", Value.Of("amo")), new("asked", Value.OfLong(12550)), new("payer", Value.Of("01061"))],
        "closed-in-lot" => [new("lot", Value.OfLong(12)), new("lot_date", Value.OfDate("2026-01-05")), new("file", Value.Of("A00012"))],
        "lot-sent" => [new("lot", Value.OfLong(12)), new("lot_date", Value.OfDate("2026-01-05"))],
        "paid" => [new("lot", Value.OfLong(12)), new("lot_date", Value.OfDate("2026-01-05")), new("payer", Value.Of("01061")), new("asked", Value.OfLong(12550)), new("amount", Value.OfLong(12550))],
        _ => [],
    };
}

/// <summary>What it took.</summary>
internal sealed record CaseLoadResult(int Events, TimeSpan Elapsed, TimeSpan Processor)
{
    public double PerSecond => Events / Elapsed.TotalSeconds;

    public double ProcessorMicroseconds => Processor.TotalMicroseconds / Events;
}
