using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Csv;

/// <summary>Findings about tables as CSV.</summary>
public static class CsvCodes
{
    public static readonly DiagnosticCode NoHead = new("SIM2701", Severity.Error, "A table has no head line", "The first line has the titles of the columns.");
    public static readonly DiagnosticCode OpenQuote = new("SIM2702", Severity.Error, "A quoted cell has no end", "Close it with a quotation mark before the separator; a quotation mark within is written twice.");
    public static readonly DiagnosticCode OtherHead = new("SIM2703", Severity.Error, "The head line is not that of the schema", "The titles are those of the schema, in its order.");
    public static readonly DiagnosticCode CellCount = new("SIM2704", Severity.Error, "A line has another number of cells than the schema has columns", "Every line has a cell for each column; an empty one is nothing between separators.");
    public static readonly DiagnosticCode BadValue = new("SIM2705", Severity.Error, "A value does not fit its column", "An amount has two decimals at most, a date is a whole day, a number has no decimals.");
    public static readonly DiagnosticCode UnknownPlace = new("SIM2706", Severity.Error, "A table has no such place", "A table has lines, 'row', and a line the columns of its schema.");
    public static readonly DiagnosticCode LineLeft = new("SIM2707", Severity.Error, "A line that another one follows cannot be changed any more", "Fill each line before the next is added.");
    public static readonly DiagnosticCode ForeignSource = new("SIM2708", Severity.Error, "Only a part of a table can be copied into a table", "Set the cells one by one.");
    public static readonly DiagnosticCode UnusableSchema = new("SIM2720", Severity.Error, "A schema of a table cannot be used", "The file must exist, be YAML and be one mapping.");
    public static readonly DiagnosticCode BadSchemaEntry = new("SIM2721", Severity.Error, "An entry of a schema of a table is wrong", "A column has a row: name, type (text, amount, number or date), title.");
}
