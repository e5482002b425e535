using System.Text.Json;
using Simphonie.Bench.Load;
using Simphonie.Bench.Processes;

namespace Simphonie.Bench.Figures;

/// <summary>The whole road ADT → CDRi → ADT over mutual TLS, counted by the returns that the GAP gets.</summary>
internal sealed class RoadFigures(string name, bool signed) : IBenchRow
{
    private const double Least = 1030;
    private const int OnTheWay = 256;
    private const double WarmUp = 20;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var site = await BenchSite.StartAsync(context, "road", cdri: true, signed, cancellationToken);
        await using var load = LoadProcess.Road(site.MllpPort, site.ReturnPort, OnTheWay, WarmUp, context.Options.Seconds);
        await load.LineAsync("measuring", cancellationToken);
        var (hub, cdri) = (site.Hub.ProcessorTime, site.Cdri!.ProcessorTime);
        var result = JsonSerializer.Deserialize<RoadResult>(await load.LineAsync("{", cancellationToken))!;
        (hub, cdri) = (site.Hub.ProcessorTime - hub, site.Cdri.ProcessorTime - cdri);
        var messages = Math.Max(1, result.Returns);
        return
        [
            new(
                $"whole road ADT, CDRi, ADT, {(signed ? "signed assertion reused" : "mutual TLS")}",
                Figure.Text($"{result.PerSecond:0} /s for {result.Seconds:0} s"),
                Figure.Text($"{Least:0} /s for a minute"),
                result.PerSecond >= Least,
                Figure.Text($"{result.FirstThirdPerSecond:0} /s in the first third, {result.LastThirdPerSecond:0} /s in the last; processor a message: hub {hub.TotalMicroseconds / messages:0} µs, CDRi {cdri.TotalMicroseconds / messages:0} µs, GAP {result.ProcessorSeconds * 1e6 / messages:0} µs; median {result.MedianMilliseconds:0} ms, p99 {result.Percentile99Milliseconds:0} ms; {result.Refused} refused")),
        ];
    }
}
