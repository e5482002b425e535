using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Csv.Reading;
using Simphonie.Formats.Csv.Schemas;

namespace Simphonie.Formats.Csv;

/// <summary>Holds a table to the columns of its schema.</summary>
internal static class CsvValidator
{
    public static void Validate(CsvDocument table, CsvSchema schema, DiagnosticBag findings)
    {
        if (!table.Columns.Select(static column => column.Title).SequenceEqual(schema.Columns.Select(static column => column.Title), StringComparer.Ordinal))
        {
            findings.Add(CsvCodes.OtherHead, Place.InMessage("line 1"), $"the head has {table.Columns.Count} titles, the schema {schema.Columns.Count} columns");
        }

        for (var row = 0; row < table.RowCount; row++)
        {
            var cells = 0;
            foreach (var cell in table.Cells(row))
            {
                var text = cell.Text(table.Bytes.Span);
                if (cells < table.Columns.Count && text.Length > 0 && CsvText.Read(table.Columns[cells].Type, text, table.Style) is null)
                {
                    findings.Add(CsvCodes.BadValue, table.At(row, cells).Place, $"the column is of type {table.Columns[cells].Type.ToString().ToLowerInvariant()}");
                }

                cells++;
            }

            if (cells != table.Columns.Count)
            {
                findings.Add(CsvCodes.CellCount, Place.InMessage(string.Create(CultureInfo.InvariantCulture, $"line {row + 2}")), $"the line has {cells} cells");
            }
        }
    }
}
