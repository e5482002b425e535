using System.Diagnostics;
using Simphonie.Bench.Rows;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Returns;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Bench.Figures;

/// <summary>Reading of a NOEMIE return on one core: totals alone, and every field too. Memory must not grow with the file.</summary>
internal sealed class NoemieFigures : IBenchRow
{
    private const long Length = 128 * 1000 * 1000;
    private const double LeastMegabytes = 100;
    private const double MostAllocated = 20;
    private const int Rounds = 3;

    public string Name => "noemie-read";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var schema = (NoemieSchema)(new NoemieSchemaLoader().Load(Path.Combine(context.Home, "schemas", "noemie", "ps.yaml"), findings)
            ?? throw new InvalidOperationException(string.Join('\n', findings)));
        var path = Path.Combine(context.NewDirectory("noemie"), "return");
        await NoemieFile.WriteAsync(path, schema, Length, cancellationToken);
        var (totals, allocated) = Measure(path, stream => NoemieReturns.Verify(stream, schema, findings, cancellationToken));
        var (fields, _) = Measure(path, stream => new NoemieFormat().Validate(stream, schema, findings, cancellationToken));
        if (findings.Count > 0)
        {
            throw new InvalidOperationException($"The file is not good: {findings[0]}");
        }

        return
        [
            new("read NOEMIE, all totals verified", Figure.Text($"{totals:0} MB/s"), Figure.Text($"{LeastMegabytes:0} MB/s"), totals >= LeastMegabytes,
                Figure.Text($"with every field checked {fields:0} MB/s; file of {new FileInfo(path).Length / 1e6:0} MB")),
            new("read NOEMIE, allocated for the whole file", Figure.Text($"{allocated:0.0} MB"), Figure.Text($"under {MostAllocated:0} MB"), allocated < MostAllocated, ""),
        ];
    }

    /// <summary>The best of some rounds in MB/s, and MB allocated in the last.</summary>
    private static (double MegabytesPerSecond, double Allocated) Measure(string path, Action<Stream> read)
    {
        var best = 0.0;
        var allocated = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            using var stream = File.OpenRead(path);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            read(stream);
            best = Math.Max(best, stream.Length / watch.Elapsed.TotalSeconds / 1e6);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
        }

        return (best, allocated);
    }
}
