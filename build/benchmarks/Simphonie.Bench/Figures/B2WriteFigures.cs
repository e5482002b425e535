using System.Diagnostics;
using Simphonie.Bench.B2;

namespace Simphonie.Bench.Figures;

/// <summary>Writing of B2 field by field, totals counted, to memory that is thrown away.</summary>
internal sealed class B2WriteFigures : IBenchRow
{
    private const long Bytes = 500_000_000;
    private const double LeastSpeed = 100;

    public string Name => "b2-write";

    public Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var load = new B2Load(context.Home);
        load.Write(new BlockWriter(null), Bytes / 20); // compiled before it is measured
        var writer = new BlockWriter(null);
        var start = Stopwatch.GetTimestamp();
        load.Write(writer, Bytes);
        var speed = writer.Written / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e6;
        return Task.FromResult<IReadOnlyList<Figure>>(
            [new(Figure.Text($"write B2, {writer.Written / 1e9:0.00} GB field by field"), Figure.Text($"{speed:0} MB/s"), Figure.Text($"{LeastSpeed:0} MB/s"), speed >= LeastSpeed, "")]);
    }
}
