using System.Buffers;
using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Csv.Schemas;

namespace Simphonie.Formats.Csv.Reading;

/// <summary>A table over its bytes. Beside them only the offset of each line is kept; cells are read when they are asked for. A handle is line and cell, each from 1.</summary>
internal sealed class CsvDocument : Document, IWritableDocument
{
    private const int CellBits = 16;
    private const int CellMask = (1 << CellBits) - 1;

    private readonly CsvSchema? _schema;
    private readonly byte _separator;
    private readonly List<int> _lines = [];
    private readonly List<CsvColumn> _columns = [];

    public CsvDocument(ReadOnlyMemory<byte> bytes, CsvSchema? schema)
    {
        Bytes = bytes;
        _schema = schema;
        Style = schema?.Style ?? CsvStyle.Default;
        _separator = (byte)Style.Separator;
        Findings = Scan();
    }

    public override string Format => CsvFormat.FormatName;

    public override ISchema? Schema => _schema;

    public override Node Root => new(this, 0);

    public override IReadOnlyList<Diagnostic> Findings { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public CsvStyle Style { get; }

    /// <summary>Columns as the head line has them.</summary>
    public IReadOnlyList<CsvColumn> Columns => _columns;

    public int RowCount => _lines.Count;

    /// <inheritdoc/>
    public override string NameOf(long handle) => handle == 0 ? "table" : CellOf(handle) == 0 ? CsvSchema.RowName : Column(CellOf(handle) - 1).Name;

    /// <inheritdoc/>
    public override string? TypeOf(long handle) =>
        handle == 0 ? CsvSchema.Table : CellOf(handle) == 0 ? CsvSchema.Row : Column(CellOf(handle) - 1).Primitive;

    /// <inheritdoc/>
    public override NodeState StateOf(long handle) => CellOf(handle) > 0 && ValueOf(handle).IsNone ? NodeState.Absent : NodeState.Valued;

    /// <inheritdoc/>
    public override Value ValueOf(long handle)
    {
        if (CellOf(handle) == 0)
        {
            return Value.None;
        }

        var text = Find(handle).Text(Bytes.Span);
        return text.Length == 0 ? Value.None : CsvText.Read(Column(CellOf(handle) - 1).Type, text, Style) ?? Value.Of(text);
    }

    /// <inheritdoc/>
    public override Place PlaceOf(long handle)
    {
        if (handle == 0)
        {
            return new Place(null, 0, 0, null, 0);
        }

        var line = LineOf(handle) + 1; // the head is line 1
        return CellOf(handle) == 0
            ? Place.InMessage(string.Create(CultureInfo.InvariantCulture, $"line {line}"), _lines[LineOf(handle) - 1])
            : Place.InMessage(string.Create(CultureInfo.InvariantCulture, $"line {line}, {Column(CellOf(handle) - 1).Name}"), Find(handle).Start);
    }

    /// <inheritdoc/>
    public override void AppendChildren(long handle, string name, List<Node> into) => Append(handle, name, into);

    /// <inheritdoc/>
    public override void AppendChildren(long handle, List<Node> into) => Append(handle, null, into);

    /// <inheritdoc/>
    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(Bytes.Span);

    /// <summary>The cells of a row, from 0.</summary>
    public IEnumerable<CsvCell> Cells(int row)
    {
        CsvCell cell;
        for (var at = _lines[row]; ; at = cell.Next)
        {
            cell = CsvCell.At(Bytes.Span, at, _separator);
            yield return cell;
            if (cell.IsLast)
            {
                yield break;
            }
        }
    }

    /// <summary>The node of a cell, both from 0.</summary>
    public Node At(int row, int cell) => new(this, Handle(row, cell));

    private static long Handle(int row, int cell) => ((row + 1L) << CellBits) | (uint)(cell + 1);

    private static int LineOf(long handle) => (int)(handle >> CellBits);

    private static int CellOf(long handle) => (int)(handle & CellMask);

    private CsvColumn Column(int cell)
    {
        return cell < _columns.Count ? _columns[cell] : new(string.Create(CultureInfo.InvariantCulture, $"column{cell + 1}"), CsvType.Text, "");
    }

    private CsvCell Find(long handle) => Cells(LineOf(handle) - 1).ElementAt(CellOf(handle) - 1);

    private void Append(long handle, string? name, List<Node> into)
    {
        if (handle == 0)
        {
            if (name is null or CsvSchema.RowName)
            {
                into.AddRange(Enumerable.Range(0, _lines.Count).Select(row => new Node(this, (row + 1L) << CellBits)));
            }
        }
        else if (CellOf(handle) == 0)
        {
            var at = 0;
            foreach (var cell in Cells(LineOf(handle) - 1))
            {
                if (at < CellMask - 1 && cell.End > cell.Start && (name is null || Column(at).Name == name) && cell.Text(Bytes.Span).Length > 0)
                {
                    into.Add(At(LineOf(handle) - 1, at));
                }

                at++;
            }
        }
    }

    private Diagnostic[] Scan()
    {
        var bytes = Bytes.Span;
        var findings = new List<Diagnostic>();
        var (line, at) = (0, bytes.StartsWith("\uFEFF"u8) ? 3 : 0);
        if (at == bytes.Length)
        {
            return [Diagnostic.Of(CsvCodes.NoHead, Place.InMessage("line 1"), "the table is empty")];
        }

        while (at < bytes.Length)
        {
            var start = at;
            CsvCell cell;
            do
            {
                cell = CsvCell.At(bytes, at, _separator);
                if (line == 0)
                {
                    _columns.Add(Titled(cell.Text(bytes)));
                }

                if (cell.IsOpen)
                {
                    findings.Add(Diagnostic.Of(CsvCodes.OpenQuote, Place.InMessage(string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), cell.Start), "the cell goes on to the end of the file"));
                }

                at = cell.Next;
            }
            while (!cell.IsLast);

            if (line > 0)
            {
                _lines.Add(start);
            }

            line++;
        }

        return [.. findings];
    }

    private CsvColumn Titled(string title) =>
        _schema?.Titled(title) ?? new(title.Length > 0 ? title : string.Create(CultureInfo.InvariantCulture, $"column{_columns.Count + 1}"), CsvType.Text, title);
}
