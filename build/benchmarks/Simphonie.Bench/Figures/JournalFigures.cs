namespace Simphonie.Bench.Figures;

/// <summary>The journal in process: what everything behind a door is measured against.</summary>
internal sealed class JournalFigures : IBenchRow
{
    public string Name => "journal";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var alone = await context.JournalAloneAsync(cancellationToken);
        return
        [
            new(
                "journal alone, in process, 64 writers",
                Figure.Text($"{alone.PerSecond:0} messages/s"),
                "",
                null,
                Figure.Text($"median {alone.MedianMilliseconds:0.0} ms, p99 {alone.Percentile99Milliseconds:0.0} ms, {alone.BytesAllocatedEach:0} bytes allocated each")),
        ];
    }
}
