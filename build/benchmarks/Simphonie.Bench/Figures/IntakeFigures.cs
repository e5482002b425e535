using System.Text.Json;
using Simphonie.Bench.Load;
using Simphonie.Bench.Processes;

namespace Simphonie.Bench.Figures;

/// <summary>MLLP in, durably acknowledged: the hub as its own process, the load client in another.</summary>
internal sealed class IntakeFigures : IBenchRow
{
    private const double Least = 15_000;
    private const double MostMilliseconds = 15;
    private const double LeastShare = 0.4;
    private const int Connections = 64;

    public string Name => "intake";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var alone = await context.JournalAloneAsync(cancellationToken);
        await using var site = await BenchSite.StartAsync(context, "intake", cdri: false, signed: false, cancellationToken);
        var seconds = Math.Min(context.Options.Seconds, 20);
        await using var load = LoadProcess.Mllp(site.MllpPort, Connections, warmUp: 8, seconds, "A");
        await load.LineAsync("measuring", cancellationToken);
        var cost = site.Hub.ProcessorTime;
        var result = JsonSerializer.Deserialize<LoadResult>(await load.LineAsync("{", cancellationToken))!;
        cost = site.Hub.ProcessorTime - cost;
        var share = result.PerSecond / alone.PerSecond;
        return
        [
            new(
                Figure.Text($"MLLP in, acknowledged after the commit, {Connections} connections"),
                Figure.Text($"{result.PerSecond:0} /s"),
                Figure.Text($"{Least:0} /s"),
                result.PerSecond >= Least,
                Figure.Text($"hub {cost.TotalMicroseconds / Math.Max(1, result.Acknowledged):0} µs of processor a message, {result.Refused} refused")),
            new(
                "MLLP in, 99th percentile",
                Figure.Text($"{result.Percentile99Milliseconds:0.0} ms"),
                Figure.Text($"under {MostMilliseconds:0} ms"),
                result.Percentile99Milliseconds < MostMilliseconds,
                Figure.Text($"median {result.MedianMilliseconds:0.0} ms, largest {result.LargestMilliseconds:0} ms")),
            new("MLLP in, share of the journal alone", Figure.Text($"{share:0.00}"), Figure.Text($"{LeastShare}"), share >= LeastShare, Figure.Text($"journal alone {alone.PerSecond:0} /s")),
        ];
    }
}
