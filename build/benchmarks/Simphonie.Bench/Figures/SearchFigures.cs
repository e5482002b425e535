using Simphonie.Bench.Rows;

namespace Simphonie.Bench.Figures;

/// <summary>Search by business key in a large journal.</summary>
internal sealed class SearchFigures : IBenchRow
{
    private const double MostMilliseconds = 20;
    private const int Searches = 500;

    public string Name => "search";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var directory = await context.FilledAsync(cancellationToken);
        var result = await JournalSearch.RunAsync(directory, context.Options.Messages, Searches, cancellationToken);
        return
        [
            new(
                Figure.Text($"search by key among {result.Messages:#,0} messages, the slowest of {result.Searches}"),
                Figure.Text($"{result.WorstMilliseconds:0.0} ms"),
                Figure.Text($"under {MostMilliseconds:0} ms"),
                result.WorstMilliseconds < MostMilliseconds,
                Figure.Text($"median {result.MedianMilliseconds:0.00} ms; first of the process, which compiles, {result.FirstMilliseconds:0} ms")),
        ];
    }
}
