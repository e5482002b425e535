using System.Diagnostics;
using Simphonie.Bench.Processes;
using Simphonie.Bench.Rows;

namespace Simphonie.Bench.Figures;

/// <summary>Start of a hub on a large journal.</summary>
internal sealed class StartFigures : IBenchRow
{
    private const double MostSeconds = 2;
    private const int Starts = 3;

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var filled = await context.FilledAsync(cancellationToken);
        var journal = await JournalStart.RunAsync(filled, cancellationToken);
        await using var site = await BenchSite.StartAsync(context, "start", cdri: true, signed: false, cancellationToken, filled);
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await site.Hub.DisposeAsync();
            var start = Stopwatch.GetTimestamp();
            await site.StartHubAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var median = times.Order().ElementAt(Starts / 2);
        return
        [
            new(
                Figure.Text($"start to ready with {journal.Messages:#,0} messages, the whole process"),
                Figure.Text($"{median:0.00} s"),
                Figure.Text($"under {MostSeconds:0} s"),
                median < MostSeconds,
                Figure.Text($"journal opened in {journal.OpenMilliseconds:0} ms, its first message kept after {journal.ReadyMilliseconds:0} ms")),
        ];
    }
}
