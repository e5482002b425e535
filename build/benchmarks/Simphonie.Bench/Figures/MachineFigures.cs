using Simphonie.Bench.Rows;

namespace Simphonie.Bench.Figures;

/// <summary>What this machine can do at most: memory, disk, loopback.</summary>
internal sealed class MachineFigures : IBenchRow
{
    public string Name => "machine";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var one = context.OneByOne();
        var groups = GroupCommit.Run(context.NewDirectory("sync"), 64, 500);
        var echo = await LoopbackEcho.RunAsync(64, TimeSpan.FromSeconds(3), cancellationToken);
        return
        [
            new($"machine: {Environment.ProcessorCount} processors, memory scan", Figure.Text($"{MemoryScan.GigabytesPerSecond():0.0} GB/s"), "", null, ""),
            new("machine: fdatasync, one message a commit", Figure.Text($"{one.SyncsPerSecond:0} /s"), "", null, Figure.Text($"median {one.MedianMilliseconds:0.00} ms")),
            new("machine: fdatasync, 64 messages a commit", Figure.Text($"{groups.MessagesPerSecond:0} messages/s"), "", null, Figure.Text($"median {groups.MedianMilliseconds:0.00} ms")),
            new("machine: loopback echo, 64 connections, 1.35 kB", Figure.Text($"{echo:0} /s"), "", null, ""),
        ];
    }
}
