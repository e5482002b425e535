using System.Globalization;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.FixedWidth;

/// <summary>
/// Rows of fields: <c>from-to type presence name label | mark, mark</c>. Types are N (digits), A and F (text); presence is O (obligatory) or F (optional);
/// the name <c>-</c> stands for a filler. Marks: <c>fixed VALUE</c>, <c>codes LIST</c>, <c>date</c>, <c>birth NAME</c> (with the field of the record that it does not lie after), <c>zero</c> (an obligatory date may be zeros),
/// <c>cents</c>, <c>decimals N</c>, <c>count</c>, <c>nonzero</c>, <c>nir</c>, <c>finess</c>, <c>free</c> (a filler that may hold anything).
/// </summary>
internal static class FieldRows
{
    private const int Columns = 5;
    private const int Cents = 2;

    public static FixedField? Read(SchemaRow row, IReadOnlyDictionary<string, CodeList> lists)
    {
        var split = row.Text.IndexOf(" | ", StringComparison.Ordinal);
        var columns = (split < 0 ? row.Text : row.Text[..split]).Split(' ', Columns);
        if (columns.Length < Columns || !Positions(columns[0], out var from, out var to) || columns[1] is not ("N" or "A" or "F") || columns[2] is not ("O" or "F"))
        {
            row.Report("a field has a row: from-to, type (N, A, F), presence (O, F), name, label");
            return null;
        }

        var field = new FixedField
        {
            Name = columns[3],
            Label = columns[4],
            From = from,
            To = to,
            Type = columns[1] == "N" ? FieldType.Digits : FieldType.Text,
            Mandatory = columns[2] == "O",
            Content = columns[3] == "-" ? FieldContent.Filler : FieldContent.Verbatim,
        };
        foreach (var mark in split < 0 ? [] : row.Text[(split + 3)..].Split(", "))
        {
            if (Marked(field, mark, lists) is not { } marked)
            {
                row.Report($"'{mark}' is not a mark that this field can have", row.Text.IndexOf(mark, split, StringComparison.Ordinal));
                return null;
            }

            field = marked;
        }

        return field;
    }

    private static FixedField? Marked(FixedField field, string mark, IReadOnlyDictionary<string, CodeList> lists)
    {
        var space = mark.IndexOf(' ', StringComparison.Ordinal);
        var value = space < 0 ? "" : mark[(space + 1)..];
        return (space < 0 ? mark : mark[..space]) switch
        {
            "fixed" when value.Length > 0 && value.Length <= field.Length => field with { Fixed = value.PadRight(field.Length) },
            "codes" when lists.TryGetValue(value, out var list) && field.Length <= CodeList.MaxLength => field with { Codes = list },
            "date" when field.Length >= FixedDate.Length => field with { Content = FieldContent.Date, NotZero = field.Mandatory },
            "birth" when field.Length >= FixedDate.Length && value.Length > 0 => field with { Content = FieldContent.BirthDate, NotZero = field.Mandatory, NotAfter = value },
            "zero" => field with { NotZero = false },
            "cents" when field.Type == FieldType.Digits => field with { Content = FieldContent.Decimal, Decimals = Cents },
            "decimals" when field.Type == FieldType.Digits && int.TryParse(value, CultureInfo.InvariantCulture, out var decimals) && decimals < field.Length =>
                field with { Content = FieldContent.Decimal, Decimals = decimals },
            "count" when field.Type == FieldType.Digits => field with { Content = FieldContent.Count },
            "nonzero" => field with { NotZero = true },
            "nir" when field.Length == National.Nir.NumberLength => field with { Key = FieldKey.Nir },
            "finess" when field.Length == National.Finess.Length => field with { Key = FieldKey.Finess },
            "free" when field.IsFiller => field with { Mandatory = false, Type = FieldType.Text, Content = FieldContent.Verbatim, Name = $"reserve{field.From}" },
            _ => null,
        };
    }

    private static bool Positions(string text, out int from, out int to)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        to = 0;
        return int.TryParse(dash < 0 ? text : text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out from) &&
            int.TryParse(dash < 0 ? text : text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out to) &&
            from > 0 && to >= from;
    }
}
