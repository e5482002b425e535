using System.Text.Json;
using Simphonie.Cli.Output;

namespace Simphonie.Cli.Control;

/// <summary>Prints what a hub answered to a command.</summary>
internal static class ControlAnswer
{
    /// <summary>Prints rows and text; gives the exit status.</summary>
    public static int Print(ControlResponse answer, bool json)
    {
        var printer = new Printer(Console.Out, Console.Error, json);
        if (answer.Rows.Count > 0 || json)
        {
            printer.Rows([.. answer.Rows.Select(ToRow)]);
        }

        if (answer.Text is not null && !json)
        {
            if (answer.Status == ExitStatus.Fine)
            {
                printer.Line(answer.Text);
            }
            else
            {
                printer.Error(answer.Text);
            }
        }

        return answer.Status;
    }

    private static Row ToRow(IReadOnlyDictionary<string, JsonElement> cells)
    {
        var row = new Row();
        foreach (var (name, value) in cells)
        {
            row.Add(name, value.ValueKind switch
            {
                JsonValueKind.Number => value.GetInt64(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Null => null,
                _ => value.ToString(),
            });
        }

        return row;
    }
}
