using Simphonie.Bench.Load;

namespace Simphonie.Bench.Figures;

/// <summary>Events brought to business cases in bulk.</summary>
internal sealed class CaseFigures : IBenchRow
{
    private const int Cases = 20_000;
    private const double MostMicroseconds = 30;

    public string Name => "cases";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var result = await CaseLoad.RunAsync(context.Home, context.NewDirectory("cases"), Cases, cancellationToken);
        return
        [
            new(
                Figure.Text($"events to business cases, {Cases:#,0} invoices of 5 events, 500 in a commit, durable"),
                Figure.Text($"{result.ProcessorMicroseconds:0.0} µs of processor an event"),
                Figure.Text($"at most {MostMicroseconds:0} µs"),
                result.ProcessorMicroseconds <= MostMicroseconds,
                Figure.Text($"{result.PerSecond:#,0} events/s by one caller")),
        ];
    }
}
