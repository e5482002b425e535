using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.Csv.Schemas;

namespace Simphonie.Formats.Csv;

/// <summary>Values of a table as text, both ways.</summary>
internal static class CsvText
{
    private const int Decimals = 2;
    private const string Iso = "yyyy-MM-dd";
    private const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>What spreadsheets begin a formula by, their wide forms among them, and what may hide it from a look at the first letter.</summary>
    private static ReadOnlySpan<char> FormulaMarks => "=+-@\t\r\n＝＋－＠";

    /// <summary>The value of a cell; null when it is none of the type.</summary>
    public static Value? Read(CsvType type, string text, CsvStyle style) => type switch
    {
        CsvType.Amount => decimal.TryParse(text.Replace(style.Decimal, '.'), Signed, CultureInfo.InvariantCulture, out var amount) ? Value.Of(amount) : null,
        CsvType.Number => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : null,
        CsvType.Date => DateOnly.TryParseExact(text, style.Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Value.OfDate(day.ToString(Iso, CultureInfo.InvariantCulture))
            : null,
        _ => Value.Of(text),
    };

    /// <summary>The text of a cell before quotation; null when the value does not fit the type.</summary>
    public static string? Write(CsvType type, Value value, CsvStyle style) => type switch
    {
        CsvType.Amount => decimal.TryParse(value.Text, Signed, CultureInfo.InvariantCulture, out var amount) && decimal.Round(amount, Decimals) == amount
            ? amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', style.Decimal)
            : null,
        CsvType.Number => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        CsvType.Date => DateOnly.TryParseExact(value.Text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString(style.Date, CultureInfo.InvariantCulture)
            : null,
        _ => Harmless(value.Text),
    };

    private static string Harmless(string text) => text.Length > 0 && FormulaMarks.Contains(text[0]) ? "'" + text : text;
}
