namespace Simphonie.Bench.Figures;

/// <summary>Prints figures as one table of plain text.</summary>
internal static class FigureTable
{
    public static void Print(IReadOnlyList<Figure> figures, TextWriter output)
    {
        string[][] lines =
        [
            ["figure", "measured", "target", "reached", "beside it"],
            .. figures.Select(figure => new[] { figure.Name, figure.Measured, figure.Target, figure.Reached switch { true => "yes", false => "NO", _ => "" }, figure.Beside }),
        ];
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        output.WriteLine();
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
            if (line == lines[0])
            {
                output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }
    }
}
