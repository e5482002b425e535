using Simphonie.Bench.Processes;

namespace Simphonie.Bench.Figures;

/// <summary>Resident memory of the hub after many messages, against after few.</summary>
internal sealed class MemoryFigures : IBenchRow
{
    private const double MostTimes = 1.3;
    private const int Few = 10_000;
    private const int Connections = 64;
    private const double Slice = 5;

    public string Name => "memory";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var site = await BenchSite.StartAsync(context, "memory", cdri: false, signed: false, cancellationToken);
        var run = 'A';
        var sent = await SendAsync(site, Few, () => run++, cancellationToken);
        var (afterFew, few) = (site.Hub.ResidentBytes, sent);
        sent += await SendAsync(site, context.Options.Messages - sent, () => run++, cancellationToken);
        var after = site.Hub.ResidentBytes;
        var times = after / (double)afterFew;
        return
        [
            new(
                Figure.Text($"memory of the hub after {sent:#,0} messages, against after {few:#,0}"),
                Figure.Text($"{times:0.00} times"),
                Figure.Text($"{MostTimes} times"),
                times <= MostTimes,
                Figure.Text($"{after / 1e6:0} MB against {afterFew / 1e6:0} MB")),
        ];
    }

    private static async Task<long> SendAsync(BenchSite site, long messages, Func<char> run, CancellationToken cancellationToken)
    {
        long sent = 0;
        while (sent < messages)
        {
            var seconds = messages <= Few ? 1 : Slice;
            await using var load = LoadProcess.Mllp(site.MllpPort, Connections, warmUp: 0, seconds, run().ToString());
            var result = System.Text.Json.JsonSerializer.Deserialize<Load.LoadResult>(await load.LineAsync("{", cancellationToken))!;
            sent += result.Acknowledged;
        }

        return sent;
    }
}
