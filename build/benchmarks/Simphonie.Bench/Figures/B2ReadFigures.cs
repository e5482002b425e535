using Simphonie.Bench.B2;

namespace Simphonie.Bench.Figures;

/// <summary>Reading and checking of a B2 file of 1 GB on one core, beside a loop that adds up its bytes.</summary>
internal sealed class B2ReadFigures : IBenchRow
{
    private const long FileBytes = 1_000_000_000;
    private const double LeastSpeed = 150;
    private const double MostGrown = 100e6;

    public string Name => "b2-read";

    public Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var load = new B2Load(context.Home);
        var path = Path.Combine(context.NewDirectory("b2"), "large.b2");
        try
        {
            using (var file = File.Create(path))
            {
                var writer = new BlockWriter(file);
                load.Write(writer, FileBytes);
                writer.Flush();
            }

            var scan = B2Measure.Scan(path);
            var read = B2Measure.Read(load, path);
            return Task.FromResult<IReadOnlyList<Figure>>(
            [
                new(
                    Figure.Text($"read and check a B2 file of {read.Bytes / 1e9:0.00} GB, {read.Records:#,0} records, one core"),
                    Figure.Text($"{read.MegabytesPerSecond:0} MB/s"),
                    Figure.Text($"{LeastSpeed:0} MB/s"),
                    read.MegabytesPerSecond >= LeastSpeed,
                    Figure.Text($"{read.MegabytesPerSecond / scan:0.00} of a loop that adds up every byte ({scan:0} MB/s)")),
                new(
                    "memory while it is read",
                    Figure.Text($"{read.Grown / 1e6:0} MB more"),
                    Figure.Text($"under {MostGrown / 1e6:0} MB"),
                    read.Grown < MostGrown,
                    Figure.Text($"{read.Allocated / 1e6:0.0} MB allocated in all")),
            ]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
