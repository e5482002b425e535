using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Reading;

/// <summary>
/// A file, a lot or an invoice over its bytes. Nodes are found when they are asked for; what is kept beside the bytes does not grow with them
/// as long as all records are alike. Immutable and thread-safe.
/// </summary>
public sealed class B2Document : Document, IWritableDocument, ILabelledDocument
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly RecordIndex _index;
    private readonly B2Schema? _schema;
    private readonly bool _cp;

    private B2Document(ReadOnlyMemory<byte> bytes, B2Schema? schema)
    {
        _bytes = bytes;
        _schema = schema;
        _index = RecordIndex.Of(bytes.Span);
        _cp = Norm() ?? schema?.IsCp ?? true;
        Extent = TypeAt(0) switch
        {
            (byte)'1' when IsAll(B2Level.Lot) => Validation.B2Extent.Lot,
            (byte)'2' when IsAll(B2Level.Invoice) => Validation.B2Extent.Invoice,
            _ => Validation.B2Extent.File,
        };
        Findings = ReadingFindings();
    }

    public override string Format => B2Format.FormatName;

    public override ISchema? Schema => _schema;

    public override Node Root => new(this, default(B2Handle).Pack());

    public override IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>What the bytes are: a lot or an invoice when there is one and nothing else, else a file.</summary>
    public Validation.B2Extent Extent { get; }

    public int RecordCount => _index.Count;

    internal ReadOnlyMemory<byte> Bytes => _bytes;

    internal static B2Document Read(ReadOnlyMemory<byte> bytes, B2Schema? schema) => new(bytes, schema);

    /// <summary>Number, from 1, and layout of the record that a node is or begins with; null when its type is not known.</summary>
    public (int Number, B2Layout? Layout) RecordOf(Node node)
    {
        var record = B2Handle.Unpack(node.Handle).Record;
        return (record + 1, record < _index.Count ? LayoutAt(record) : null);
    }

    /// <summary>The bytes of a record, from 0.</summary>
    public ReadOnlySpan<byte> RecordAt(int record) => _bytes.Span.Slice(_index.Start(record), _index.Length(record));

    /// <summary>The layout of a record, from 0; null when its type is not known.</summary>
    public B2Layout? LayoutAt(int record) => _schema?.Layouts.Of(RecordAt(record), _cp);

    /// <inheritdoc/>
    public string? LabelOf(long handle)
    {
        var node = B2Handle.Unpack(handle);
        return node.Level switch
        {
            B2Level.Record => LayoutAt(node.Record)?.Record.Label,
            B2Level.Field => LayoutAt(node.Record)!.Record.Fields[node.Field].Label,
            _ => null,
        };
    }

    /// <inheritdoc/>
    public string? MeaningOf(long handle) => FieldOf(new(this, handle)) is { Codes: { } codes } ? codes.LabelOf(ValueOf(handle).Text) : null;

    /// <summary>The field that a node is; null for other nodes.</summary>
    public FixedField? FieldOf(Node node)
    {
        var handle = B2Handle.Unpack(node.Handle);
        return handle.Level == B2Level.Field ? LayoutAt(handle.Record)!.Record.Fields[handle.Field] : null;
    }

    /// <inheritdoc/>
    public override string NameOf(long handle)
    {
        var node = B2Handle.Unpack(handle);
        return node.Level switch
        {
            B2Level.Root => Extent switch { Validation.B2Extent.Lot => "lot", Validation.B2Extent.Invoice => "invoice", _ => "file" },
            B2Level.Lot => "lot",
            B2Level.Invoice => "invoice",
            B2Level.Line => "line",
            B2Level.Record => ElementName(node.Record),
            _ => LayoutAt(node.Record)!.Record.Fields[node.Field].Name,
        };
    }

    /// <inheritdoc/>
    public override string? TypeOf(long handle)
    {
        var node = B2Handle.Unpack(handle);
        return node.Level switch
        {
            B2Level.Root => Extent.ToString(),
            B2Level.Lot => B2Schema.LotType,
            B2Level.Invoice => B2Schema.InvoiceType,
            B2Level.Line => B2Schema.LineType,
            B2Level.Record => LayoutAt(node.Record)?.TypeName,
            _ => B2Types.TypeOf(LayoutAt(node.Record)!.Record.Fields[node.Field]),
        };
    }

    /// <inheritdoc/>
    public override NodeState StateOf(long handle)
    {
        var node = B2Handle.Unpack(handle);
        var given = node.Level switch
        {
            B2Level.Root => _index.Count > 0,
            B2Level.Field => FieldValue.IsGiven(LayoutAt(node.Record)!.Record.Fields[node.Field], RecordAt(node.Record)),
            _ => true,
        };
        return given ? NodeState.Valued : NodeState.Absent;
    }

    /// <inheritdoc/>
    public override Value ValueOf(long handle)
    {
        var node = B2Handle.Unpack(handle);
        if (node.Level != B2Level.Field)
        {
            return Value.None;
        }

        var layout = LayoutAt(node.Record)!.Record;
        return FieldValue.Of(layout, layout.Fields[node.Field], RecordAt(node.Record));
    }

    /// <inheritdoc/>
    public override Place PlaceOf(long handle)
    {
        var node = B2Handle.Unpack(handle);
        if (node.Level == B2Level.Root)
        {
            return new Place(null, 0, 0, null, 0);
        }

        var start = _index.Start(node.Record);
        if (node.Level != B2Level.Field)
        {
            return FixedPlace.Of(node.Record + 1, start);
        }

        var field = LayoutAt(node.Record)!.Record.Fields[node.Field];
        return FixedPlace.Of(node.Record + 1, field.From, field.To, start);
    }

    /// <inheritdoc/>
    public override void AppendChildren(long handle, string name, List<Node> into) => Append(B2Handle.Unpack(handle), name, into);

    /// <inheritdoc/>
    public override void AppendChildren(long handle, List<Node> into) => Append(B2Handle.Unpack(handle), null, into);

    /// <inheritdoc/>
    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(_bytes.Span);

    /// <summary>The bytes of records, with what separates them.</summary>
    internal ReadOnlyMemory<byte> BytesOf(int first, int end) => _bytes[StartOf(first)..StartOf(end)];

    /// <summary>Offset of a record; of the end, behind the last.</summary>
    internal int StartOf(int record) => record < _index.Count ? _index.Start(record) : _bytes.Length;

    /// <summary>First byte of a record; 0 where there is none.</summary>
    internal byte TypeAt(int record) => record < _index.Count && _index.Length(record) > 0 ? _bytes.Span[_index.Start(record)] : (byte)0;

    /// <summary>True when a record is a complement of the one before.</summary>
    internal bool IsComplement(int record)
    {
        var bytes = RecordAt(record);
        return LayoutAt(record) is { } layout ? !layout.IsBase : bytes.Length > 35 && char.IsAsciiLetterUpper((char)bytes[35]);
    }

    private void Append(B2Handle node, string? name, List<Node> into)
    {
        if (node.Level < B2Level.Record)
        {
            foreach (var child in new B2Tree(this).Children(Level(node), node.Record))
            {
                if (name is null || NameOf(child.Pack()) == name)
                {
                    into.Add(new(this, child.Pack()));
                }
            }
        }
        else if (node.Level == B2Level.Record && LayoutAt(node.Record) is { } layout)
        {
            AppendFields(layout, node.Record, name, into);
        }
    }

    private void AppendFields(B2Layout layout, int record, string? name, List<Node> into)
    {
        var bytes = RecordAt(record);
        for (var at = 0; at < layout.Record.Fields.Count; at++)
        {
            var field = layout.Record.Fields[at];
            if (!field.IsFiller && (name is null || field.Name == name) && FieldValue.IsGiven(field, bytes))
            {
                into.Add(new(this, new B2Handle(B2Level.Field, record, at).Pack()));
            }
        }
    }

    /// <summary>True when nothing stands behind the one lot or invoice that the first record begins.</summary>
    private bool IsAll(B2Level level) => new B2Tree(this).EndOf(level, 0) == _index.Count;

    /// <summary>The level that a node has in a whole file.</summary>
    private B2Level Level(B2Handle node) => node.Level != B2Level.Root ? node.Level : Extent switch
    {
        Validation.B2Extent.Lot => B2Level.Lot,
        Validation.B2Extent.Invoice => B2Level.Invoice,
        _ => B2Level.Root,
    };

    private string ElementName(int record)
    {
        if (LayoutAt(record) is { } layout)
        {
            return layout.ElementName;
        }

        var type = TypeAt(record);
        return type is >= (byte)'0' and <= (byte)'9' ? $"type{(char)type}" : "record";
    }

    /// <summary>True when a head among the first two records, that of the file or of its first lot, says CP; null where there is no head.</summary>
    private bool? Norm() => (SaysCp(0), SaysCp(1)) switch
    {
        (null, var second) => second,
        (var first, null) => first,
        var (first, second) => first.Value || second.Value,
    };

    private bool? SaysCp(int record)
    {
        if (record >= _index.Count || _schema?.Layouts.Of(RecordAt(record), cp: true)?.Record.Field("norme") is not { } norm)
        {
            return null;
        }

        return norm.In(RecordAt(record)).TrimEnd((byte)' ').SequenceEqual("CP"u8);
    }

    private Diagnostic[] ReadingFindings()
    {
        if (TypeAt(0) is not ((byte)'0' or (byte)'1' or (byte)'2'))
        {
            return [Diagnostic.Of(B2Codes.NotB2, Place.InMessage("record 1", 0), "the bytes begin with no record 000, 1 or 2")];
        }

        return _index.IsUniform ? [] : [FirstIrregular() ?? Diagnostic.Of(B2Codes.RecordLength, Place.InMessage("record 1", 0), $"not all records have {B2Schema.RecordLength} characters and the same separator")];
    }

    /// <summary>The first record that is too short or too long, as validation finds it: only there what stands around a record is looked at.</summary>
    private Diagnostic? FirstIrregular()
    {
        if (_schema is null)
        {
            return null;
        }

        var found = new DiagnosticBag();
        new Validation.B2Validator(_schema, found, Extent).Run(Bytes.Span, CancellationToken.None);
        return found.FirstOrDefault(static finding => finding.Code == B2Codes.RecordLength || finding.Code == B2Codes.Truncated);
    }
}
