using Simphonie.Bench.Processes;
using Simphonie.Bench.Rows;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Bench.Figures;

/// <summary>What the hub adds to a call that waits, one call at a time, above the endpoint's own time.</summary>
internal sealed class InteractiveFigures : IBenchRow
{
    private const double MostBeyondCommits = 2;
    private const double MostMilliseconds = 15;
    private const int WarmUp = 500;
    private const int Calls = 500;

    public string Name => "interactive";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var commit = context.OneByOne().MedianMilliseconds;
        double[] whole;
        double[] endpoint;
        var site = await BenchSite.StartAsync(context, "fhir", cdri: true, signed: false, cancellationToken);
        await using (site)
        {
            var body = await File.ReadAllTextAsync(Path.Combine(context.Home, "mappings", "cdri", "cases", "submitted.json"), cancellationToken);
            using var caller = new InteractiveCaller(site.HttpPort, body);
            await caller.CallAsync(WarmUp, cancellationToken);
            whole = await caller.CallAsync(Calls, cancellationToken);
            await site.Hub.DisposeAsync();
            using var journal = SqliteJournalReader.Open(site.Data);
            endpoint = await EndpointTimes.OfAsync(journal.Reader, "gap-fhir", Calls, cancellationToken);
        }

        var added = whole.Zip(endpoint, (all, own) => all - own).Order().ToArray();
        var (median, percentile) = (added[Calls / 2], added[Calls * 99 / 100]);
        var target = (2 * commit) + MostBeyondCommits;
        return
        [
            new(
                "interactive call, added by the hub, median",
                Figure.Text($"{median:0.0} ms"),
                Figure.Text($"under {target:0.0} ms"),
                median < target,
                Figure.Text($"two commits of {commit:0.0} ms and {MostBeyondCommits:0} ms; the endpoint's own median {endpoint.Order().ElementAt(Calls / 2):0.0} ms")),
            new(
                "interactive call, added by the hub, 99th percentile",
                Figure.Text($"{percentile:0.0} ms"),
                Figure.Text($"under {MostMilliseconds:0} ms"),
                percentile < MostMilliseconds,
                ""),
        ];
    }
}
