using Simphonie.Bench.Month;

namespace Simphonie.Bench.Figures;

/// <summary>Invoices from the Claim to their last cent: lots, B2 files, acknowledgements, NOEMIE returns and cases, with the simulated caisse beside the hub.</summary>
internal sealed class MonthFigures : IBenchRow
{
    // 5.54 million invoices, those of a national month, in an hour.
    private const double Least = 1_540;
    private const double MostTimes = 1.2;
    private const int Few = 20_000;

    public string Name => "month";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var few = await MonthRun.RunAsync(context, Math.Min(Few, context.Options.Invoices), cancellationToken);
        Console.WriteLine($"  {few.Invoices} invoices: {Figure.Text($"{few.PerSecond:0} /s")}");
        var many = await MonthRun.RunAsync(context, context.Options.Invoices, cancellationToken);
        var times = many.ProcessorMicroseconds / few.ProcessorMicroseconds;
        return
        [
            new(
                Figure.Text($"a national month: {many.Invoices:#,0} invoices, Claim to reconciled, {MonthClaims.Recipients} recipients"),
                Figure.Text($"{many.PerSecond:0} /s for {many.Elapsed.TotalSeconds:0} s"),
                Figure.Text($"{Least:#,0} /s"),
                many.PerSecond >= Least,
                Figure.Text($"processor an invoice: hub {Each(many, many.Hub):0} µs, caisse {Each(many, many.Amo):0} µs, GAP {Each(many, many.Gap):0} µs; {few.PerSecond:0} /s for {few.Invoices:#,0}; all sent after {many.Sent.TotalSeconds:0} s; {many.Sums.Paid / 100m:#,0.00} EUR paid and {many.Sums.Rejected / 100m:#,0.00} EUR rejected of {many.Sums.Asked / 100m:#,0.00} EUR")),
            new(
                Figure.Text($"cost of an invoice among {many.Invoices:#,0} against among {few.Invoices:#,0}"),
                Figure.Text($"{times:0.00} times"),
                Figure.Text($"{MostTimes} times"),
                times <= MostTimes,
                Figure.Text($"{many.ProcessorMicroseconds:0} µs against {few.ProcessorMicroseconds:0} µs of processor, all processes; hub of {many.HubBytes / 1e6:0} MB against {few.HubBytes / 1e6:0} MB")),
        ];
    }

    private static double Each(MonthResult result, TimeSpan time) => time.TotalMicroseconds / result.Invoices;
}
