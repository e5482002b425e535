using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simphonie.Cli.Localisation;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Output;

/// <summary>Prints rows as an aligned table for people or as one JSON array for machines.</summary>
internal sealed class Printer(TextWriter output, TextWriter error, bool json)
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Json => json;

    public void Line(string text) => output.WriteLine(text);

    public void Error(string text) => error.WriteLine(text);

    /// <summary>Prints findings, one a line, or as an array with <c>--json</c>.</summary>
    public void Findings(IEnumerable<Diagnostic> findings)
    {
        if (json)
        {
            Rows([.. findings.Select(FindingRow)]);
            return;
        }

        foreach (var finding in findings)
        {
            output.WriteLine(finding.ToString());
        }
    }

    public void Rows(IReadOnlyList<Row> rows)
    {
        if (json)
        {
            WriteJson(rows);
        }
        else
        {
            WriteTable(rows);
        }
    }

    /// <summary>Prints one object as a list of names and values.</summary>
    public void Sheet(Row row)
    {
        if (json)
        {
            WriteJson([row]);
            return;
        }

        var width = row.Max(cell => Texts.Of(cell.Key).Length);
        foreach (var (name, value) in row)
        {
            if (value is not null)
            {
                output.WriteLine($"{Texts.Of(name).PadRight(width)}  {Text(value)}");
            }
        }
    }

    private static Row FindingRow(Diagnostic finding) => new()
    {
        { "file", finding.Place.File },
        { "line", finding.Place.Line > 0 ? finding.Place.Line : null },
        { "column", finding.Place.Column > 0 ? finding.Place.Column : null },
        { "path", finding.Place.Path },
        { "severity", finding.Severity.ToString().ToLowerInvariant() },
        { "code", finding.Code.Id },
        { "standardCode", finding.StandardCode },
        { "text", finding.Text },
    };

    private void WriteTable(IReadOnlyList<Row> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var names = rows[0].Select(cell => Texts.Of(cell.Key)).ToArray();
        var cells = rows.Select(row => row.Select(cell => Text(cell.Value)).ToArray()).ToArray();
        var widths = names.Select((name, column) => Math.Max(name.Length, cells.Max(row => row[column].Length))).ToArray();
        output.WriteLine(Join(names, widths));
        output.WriteLine(Join([.. widths.Select(width => new string('-', width))], widths));
        foreach (var row in cells)
        {
            output.WriteLine(Join(row, widths));
        }
    }

    private static string Join(string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(cells[i].PadRight(widths[i])).Append("  ");
        }

        return line.ToString().TrimEnd();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTimeOffset instant => instant.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join(' ', list),
        bool flag => Texts.Of(flag ? "yes" : "no"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private void WriteJson(IReadOnlyList<Row> rows)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_json))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                writer.WriteStartObject();
                foreach (var (name, value) in row)
                {
                    WriteValue(writer, name, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(name);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int or long:
                writer.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                writer.WriteString(name, instant.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<string> list:
                writer.WriteStartArray(name);
                foreach (var item in list)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteString(name, value.ToString());
                break;
        }
    }
}
