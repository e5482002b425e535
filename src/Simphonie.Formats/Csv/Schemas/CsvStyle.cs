namespace Simphonie.Formats.Csv.Schemas;

/// <summary>How a table is written. Always UTF-8, lines end with CR LF, quotation as RFC 4180 says.</summary>
/// <param name="Separator">Between cells: <c>;</c>, <c>,</c> or a tab.</param>
/// <param name="Decimal">Before decimals: <c>,</c> or <c>.</c></param>
/// <param name="Date">How a day is written: <c>yyyy-MM-dd</c> or <c>dd/MM/yyyy</c>.</param>
/// <param name="ByteOrderMark">Whether the file begins with the mark by which spreadsheets know UTF-8.</param>
internal sealed record CsvStyle(char Separator, char Decimal, string Date, bool ByteOrderMark)
{
    /// <summary>Of a table that no schema describes.</summary>
    public static CsvStyle Default { get; } = new(';', '.', "yyyy-MM-dd", false);
}
