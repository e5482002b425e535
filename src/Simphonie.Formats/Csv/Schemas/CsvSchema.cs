using System.Collections.Frozen;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Csv.Schemas;

/// <summary>The columns of a table and how it is written. In expressions the root is <c>Table</c>; each line of it is a <c>row</c>.</summary>
public sealed class CsvSchema : ISchema
{
    internal const string Table = "Table";
    internal const string Row = "Row";
    internal const string RowName = "row";

    private readonly FrozenDictionary<string, int> _byName;
    private readonly FrozenDictionary<string, int> _byTitle;

    internal CsvSchema(SchemaHeader header, CsvStyle style, IReadOnlyList<CsvColumn> columns)
    {
        Header = header;
        Style = style;
        Columns = columns;
        _byName = columns.Index().ToFrozenDictionary(static one => one.Item.Name, static one => one.Index, StringComparer.Ordinal);
        _byTitle = columns.Index().ToFrozenDictionary(static one => one.Item.Title, static one => one.Index, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public SchemaHeader Header { get; }

    /// <inheritdoc/>
    public string Format => CsvFormat.FormatName;

    /// <inheritdoc/>
    public string RootType => Table;

    internal CsvStyle Style { get; }

    internal IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Position of a column by its name; -1 when there is none.</summary>
    internal int IndexOf(string name) => _byName.GetValueOrDefault(name, -1);

    /// <summary>The column of a title; null when there is none.</summary>
    internal CsvColumn? Titled(string title) => _byTitle.TryGetValue(title, out var index) ? Columns[index] : null;

    /// <inheritdoc/>
    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        element = default;
        if (type == Table && name == RowName)
        {
            element = new(RowName, [Row], 0, int.MaxValue);
            return true;
        }

        if (type != Row || IndexOf(name) is not (>= 0 and var index))
        {
            return false;
        }

        element = new(name, [Columns[index].Primitive], 0, 1);
        return true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ElementNames(string type) => type switch
    {
        Table => [RowName],
        Row => [.. Columns.Select(static column => column.Name)],
        _ => [],
    };

    /// <inheritdoc/>
    public bool HasType(string type) => type is Table or Row;
}
