using System.Buffers;
using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Csv.Reading;
using Simphonie.Formats.Csv.Schemas;

namespace Simphonie.Formats.Csv.Writing;

/// <summary>
/// Builds a table line by line. A line is written when the next is added, so that only bytes are kept of what is done; it cannot be changed any more then.
/// </summary>
internal sealed class CsvBuilder : IDocumentBuilder
{
    private const int CellBits = 16;
    private const int CellMask = (1 << CellBits) - 1;

    private readonly CsvSchema _schema;
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly CsvLineWriter _writer;
    private readonly DiagnosticBag _problems = new();
    private readonly string?[] _cells;
    private int _rows;

    public CsvBuilder(CsvSchema schema)
    {
        _schema = schema;
        _cells = new string?[schema.Columns.Count];
        _writer = new(_bytes, schema.Style.Separator);
        if (schema.Style.ByteOrderMark)
        {
            _bytes.Write("\uFEFF"u8);
        }

        _writer.Write([.. schema.Columns.Select(static column => column.Title)]);
    }

    public long Root => 0;

    /// <inheritdoc/>
    public long Child(long parent, string name) => parent == 0 && _rows > 0 && name == CsvSchema.RowName ? Handle(1, 0) : Append(parent, name);

    /// <inheritdoc/>
    public long Append(long parent, string name, string? type = null)
    {
        if (parent == 0 && name == CsvSchema.RowName)
        {
            Flush();
            return Handle(++_rows, 0);
        }

        if (parent != 0 && Cell(parent) == 0 && _schema.IndexOf(name) is >= 0 and var index)
        {
            return Handle(Row(parent), index + 1);
        }

        _problems.Add(CsvCodes.UnknownPlace, Place.InMessage($"{PathOf(parent)}.{name}"), "nothing of that name can be written there");
        return Handle(0, CellMask);
    }

    /// <inheritdoc/>
    public void Set(long node, Value value)
    {
        if (Open(node) is not { } cell || value.IsNone)
        {
            return;
        }

        var column = _schema.Columns[cell];
        _cells[cell] = CsvText.Write(column.Type, value, _schema.Style);
        if (_cells[cell] is null)
        {
            _problems.Add(CsvCodes.BadValue, Place.InMessage(PathOf(node)), $"the column is of type {column.Type.ToString().ToLowerInvariant()}");
        }
    }

    /// <inheritdoc/>
    public void Copy(long node, Node source)
    {
        if (source.Document is not CsvDocument)
        {
            _problems.Add(CsvCodes.ForeignSource, Place.InMessage(PathOf(node)), "the source is no part of a table");
            return;
        }

        if (Cell(node) > 0)
        {
            Set(node, source.Value);
            return;
        }

        var children = new List<Node>();
        source.Document.AppendChildren(source.Handle, children);
        foreach (var child in children)
        {
            Copy(Append(node, child.Name), child);
        }
    }

    /// <summary>An empty cell.</summary>
    public void Clear(long node)
    {
        if (Open(node) is { } cell)
        {
            _cells[cell] = null;
        }
    }

    /// <inheritdoc/>
    public string PathOf(long node)
    {
        var (row, cell) = (Row(node), Cell(node));
        return row == 0 ? "table"
            : cell == 0 ? string.Create(CultureInfo.InvariantCulture, $"line {row + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"line {row + 1}, {_schema.Columns[cell - 1].Name}");
    }

    /// <inheritdoc/>
    public Document Build(DiagnosticBag findings)
    {
        Flush();
        _rows = int.MaxValue;
        findings.AddRange(_problems);
        return new CsvDocument(_bytes.WrittenMemory, _schema);
    }

    private static long Handle(int row, int cell) => ((long)row << CellBits) | (uint)cell;

    private static int Row(long node) => (int)(node >> CellBits);

    private static int Cell(long node) => (int)(node & CellMask);

    /// <summary>Position of a cell of the line that is being written; null, with a finding, for any other node.</summary>
    private int? Open(long node)
    {
        var (row, cell) = (Row(node), Cell(node));
        if (row == _rows && cell > 0)
        {
            return cell - 1;
        }

        if (row > 0)
        {
            _problems.Add(cell == 0 ? CsvCodes.UnknownPlace : CsvCodes.LineLeft, Place.InMessage(PathOf(node)), cell == 0 ? "a line has no value of its own" : "another line follows");
        }

        return null;
    }

    private void Flush()
    {
        if (_rows is > 0 and < int.MaxValue)
        {
            _writer.Write(_cells);
            Array.Clear(_cells);
        }
    }
}
