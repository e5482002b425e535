namespace Simphonie.Formats.Csv.Schemas;

/// <summary>What the cells of a column hold.</summary>
internal enum CsvType
{
    /// <summary>Any text. One that a spreadsheet would take for a formula is written with an apostrophe before it.</summary>
    Text,

    /// <summary>Euros with two decimals.</summary>
    Amount,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Name in expressions and mappings.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Title">What the head line says.</param>
internal sealed record CsvColumn(string Name, CsvType Type, string Title)
{
    /// <summary>The primitive type that expressions see.</summary>
    public string Primitive => Type switch
    {
        CsvType.Amount => "decimal",
        CsvType.Number => "integer",
        CsvType.Date => "date",
        _ => "string",
    };
}
