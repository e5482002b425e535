using System.Globalization;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>A field that says again what the head of its lot (1) or file (000) says.</summary>
internal sealed record B2Repeat(B2Layout Layout, FixedField Field, B2Layout Head, FixedField HeadField)
{
    /// <summary>Reads rows such as <c>6 52 = 1 20</c>.</summary>
    public static IEnumerable<B2Repeat> Read(SchemaFile file, B2LayoutSet layouts)
    {
        foreach (var row in file.Rows(file.Root, "repeats"))
        {
            if (row.Text.Split(' ') is [var name, var at, "=", ("1" or "000") and var head, var headAt]
                && At(layouts, name, at) is { } field && At(layouts, head, headAt) is { } headField && field.Length == headField.Length)
            {
                yield return new(layouts[name]!, field, layouts[head]!, headField);
            }
            else
            {
                row.Report("a repeated field has a row such as: 6 52 = 1 20, with two fields of the same length");
            }
        }
    }

    private static FixedField? At(B2LayoutSet layouts, string name, string position) =>
        int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? layouts[name]?.Record.At(from) : null;
}
