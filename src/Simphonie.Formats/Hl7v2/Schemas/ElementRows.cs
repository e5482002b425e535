using System.Globalization;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>
/// Rows of elements: <c>position type usage cardinality length table section name | condition</c>, with <c>-</c> for what the source does not say.
/// A position such as <c>14.1</c> speaks of a component of field 14.
/// </summary>
internal static class ElementRows
{
    private const int Columns = 7;

    /// <summary>Reads a composite. A first row that does not begin with a digit is its title.</summary>
    public static Hl7Composite Read(string name, IEnumerable<SchemaRow> rows)
    {
        var title = "";
        var elements = new List<Hl7Element?>();
        foreach (var row in rows)
        {
            if (!char.IsAsciiDigit(row.Text[0]))
            {
                title = row.Text;
            }
            else if (ReadRow(row, out var field, out var part) is { } element)
            {
                Put(elements, field, part, element);
            }
        }

        return new Hl7Composite(name, title, elements);
    }

    private static void Put(List<Hl7Element?> elements, int field, int part, Hl7Element element)
    {
        while (elements.Count < field)
        {
            elements.Add(null);
        }

        var there = elements[field - 1];
        if (part == 0)
        {
            elements[field - 1] = there is null ? element : there.With(element);
        }
        else
        {
            there ??= new Hl7Element { Position = field, Name = "" };
            elements[field - 1] = there with { Parts = [.. there.Parts, element] };
        }
    }

    private static Hl7Element? ReadRow(SchemaRow row, out int field, out int part)
    {
        var text = row.Text;
        var columns = text.Split(' ', Columns + 1);
        field = part = 0;
        if (columns.Length <= Columns)
        {
            row.Report("a row has position, type, usage, cardinality, length, table, section and name");
            return null;
        }

        var numbers = columns[0].Split('.');
        if (numbers.Length > 2 || !Number(numbers[0], out field) || field is 0 or > 1023 || (numbers.Length == 2 && !Number(numbers[1], out part)))
        {
            row.Report("the position is not a number such as 3 or 3.1");
            return null;
        }

        if (Usage(columns[2]) is not { } usage || !Cardinality(columns[3], out var min, out var max) || !Length(columns[4], out var length))
        {
            row.Report("usage is one of R RE C O X, cardinality such as 0..1 or 1..*, length a number; - where the source does not say", columns[0].Length + columns[1].Length + 2);
            return null;
        }

        var split = columns[Columns].IndexOf(" | ", StringComparison.Ordinal);
        return new Hl7Element
        {
            Position = part == 0 ? field : part,
            Type = Known(columns[1]),
            Usage = usage,
            Min = min,
            Max = max,
            Length = length,
            Table = Known(columns[5]),
            Section = Known(columns[6]),
            Name = split < 0 ? columns[Columns] : columns[Columns][..split],
            Condition = split < 0 ? null : columns[Columns][(split + 3)..],
        };
    }

    private static string? Known(string column) => column == "-" ? null : column;

    private static Hl7Usage? Usage(string column) => column switch
    {
        "-" => Hl7Usage.Unknown,
        "O" => Hl7Usage.Optional,
        "R" => Hl7Usage.Required,
        "RE" => Hl7Usage.RequiredIfKnown,
        "C" or "CE" => Hl7Usage.Conditional,
        "X" => Hl7Usage.Forbidden,
        _ => null,
    };

    private static bool Cardinality(string column, out int min, out int max)
    {
        min = max = -1;
        if (column == "-")
        {
            return true;
        }

        var dots = column.IndexOf("..", StringComparison.Ordinal);
        if (dots < 1 || !Number(column[..dots], out min))
        {
            return false;
        }

        var most = column[(dots + 2)..];
        if (most == "*")
        {
            max = int.MaxValue;
            return true;
        }

        return Number(most, out max);
    }

    private static bool Length(string column, out int length)
    {
        length = 0;
        return column == "-" || Number(column, out length);
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
