using Simphonie.Bench.Figures;

namespace Simphonie.Bench;

/// <summary>Runs the rows and prints one table at the end.</summary>
internal static class BenchRun
{
    private const string Usage = "build/bench [--rows NAME,NAME] [--seconds N] [--messages N] [--invoices N]";

    private static readonly IBenchRow[] s_rows =
    [
        new MachineFigures(),
        new ReadingFigures(),
        new NoemieFigures(),
        new B2ReadFigures(),
        new B2WriteFigures(),
        new JournalFigures(),
        new SearchFigures(),
        new CaseFigures(),
        new MonthFigures(),
        new StartFigures(),
        new InteractiveFigures(),
        new IntakeFigures(),
        new RoadFigures("road", signed: false),
        new RoadFigures("road-signed", signed: true),
        new MemoryFigures(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (BenchOptions.Parse(args) is not { } options || options.Rows.Except(s_rows.Select(row => row.Name), StringComparer.Ordinal).Any())
        {
            await Console.Error.WriteLineAsync($"{Usage}\nrows: {string.Join(", ", s_rows.Select(row => row.Name))}");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        var directory = Directory.CreateTempSubdirectory("simbench");
        var figures = new List<Figure>();
        try
        {
            var context = new BenchContext(options, directory.FullName);
            foreach (var row in s_rows.Where(row => options.Rows.Count == 0 || options.Rows.Contains(row.Name, StringComparer.Ordinal)))
            {
                Console.WriteLine($"measuring: {row.Name}");
                var measured = await row.RunAsync(context, stop.Token);
                figures.AddRange(measured);
                foreach (var figure in measured)
                {
                    Console.WriteLine($"  {figure.Name}: {figure.Measured}");
                }
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        FigureTable.Print(figures, Console.Out);
        return figures.Any(figure => figure.Reached == false) ? 1 : 0;
    }
}
