using System.Buffers;
using System.Globalization;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// An HL7 v2 message over the bytes that were received. Only the bounds of segments are found when it is made; all else is read where it is asked for.
/// Children of the message are segments by name (<c>PID</c>), of a segment its fields, one node for each repetition (<c>PID-3</c>),
/// of a field its components by data type (<c>CX-1</c>) or, where no schema knows the type, by number (<c>1</c>).
/// Nothing of a bad message throws: without MSH the document has no segments, and a finding.
/// </summary>
public sealed class Hl7Document : Document, IWritableDocument, IAddressable
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly Lazy<IReadOnlyList<Diagnostic>> _findings;
    private readonly Lazy<Hl7Charset> _charset;
    private readonly Lazy<int[]> _openers;

    private Hl7Document(ReadOnlyMemory<byte> bytes, Hl7Schema? schema)
    {
        _bytes = bytes;
        Hl7Schema = schema;
        var span = bytes.Span;
        var first = span.IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)' ');
        HasHeader = first >= 0 && Reading.SegmentName.Key(span[first..]) == Reading.SegmentName.Msh;
        HasDelimiters = Hl7Delimiters.TryRead(HasHeader ? span[first..] : default, out var delimiters);
        Delimiters = delimiters;
        if (HasDelimiters)
        {
            (_starts, _ends) = Bounds(span, first);
        }
        else
        {
            _starts = _ends = [];
        }

        Type = MessageType.Read(Field(0, 9), Delimiters);
        _charset = new Lazy<Hl7Charset>(() => Hl7Charset.Of(Find(0, 18, 1, 0, 0, out _), _bytes.Span));
        _findings = new Lazy<IReadOnlyList<Diagnostic>>(() => ReadingFindings.Of(this));
        _openers = new Lazy<int[]>(() => SegmentGroups.Openers(this));
    }

    public override string Format => Hl7Format.FormatName;

    public override ISchema? Schema => Hl7Schema;

    public override Node Root => new(this, 0);

    /// <inheritdoc/>
    public override IReadOnlyList<Diagnostic> Findings => _findings.Value;

    public Hl7Delimiters Delimiters { get; }

    /// <summary>MSH-9.</summary>
    public MessageType Type { get; }

    /// <summary>How text of this message is read and written.</summary>
    public Encoding Encoding => _charset.Value.Encoding;

    /// <summary>The bytes as they were received.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    public int SegmentCount => _starts.Length;

    internal Hl7Schema? Hl7Schema { get; }

    internal bool HasHeader { get; }

    internal bool HasDelimiters { get; }

    internal Hl7Charset Charset => _charset.Value;

    /// <summary>Reads without copying.</summary>
    public static Hl7Document Read(ReadOnlyMemory<byte> bytes, Hl7Schema? schema = null) => new(bytes, schema);

    /// <inheritdoc/>
    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(_bytes.Span);

    /// <summary>Bytes of a segment without its terminator.</summary>
    public ReadOnlyMemory<byte> SegmentBytes(int index) => _bytes[_starts[index].._ends[index]];

    /// <summary>Bytes of a node as they were received.</summary>
    public ReadOnlyMemory<byte> BytesOf(Node node)
    {
        var handle = Hl7Handle.Unpack(node.Handle);
        if (handle.IsRoot)
        {
            return _bytes;
        }

        var part = PartAt(handle, out var offset);
        return offset < 0 ? default : _bytes.Slice(offset, part.Length);
    }

    /// <summary>Text of a place, null when it is absent or cleared. Segment by 0-based index; other numbers as messages count them, 0 for the whole.</summary>
    public string? Text(int segment, int field, int repetition = 1, int component = 0, int subComponent = 0)
    {
        var part = Find(segment, field, repetition, component, subComponent, out _);
        return FieldReader.StateOf(part, Delimiters) == NodeState.Valued ? Decode(part) : null;
    }

    /// <inheritdoc/>
    public override string NameOf(long handle)
    {
        var at = Hl7Handle.Unpack(handle);
        if (at.IsRoot)
        {
            return Schemas.Hl7Schema.MessageType;
        }

        var (owner, position) = at switch
        {
            { Field: 0 } => (SegmentName(at.Index), 0),
            { Component: 0 } => (SegmentName(at.Index), at.Field),
            { SubComponent: 0 } => (ComponentOwner(at), at.Component),
            _ => (NodeTypes.OfComponent(this, at), at.SubComponent),
        };
        return position == 0 ? owner! : NodeTypes.ElementName(this, owner, position);
    }

    /// <inheritdoc/>
    public override string? TypeOf(long handle) => NodeTypes.Of(this, Hl7Handle.Unpack(handle));

    /// <inheritdoc/>
    public override NodeState StateOf(long handle)
    {
        var at = Hl7Handle.Unpack(handle);
        if (at.IsRoot || at.IsSegment)
        {
            return NodeState.Valued;
        }

        var part = PartAt(at, out var offset);
        return offset < 0 ? NodeState.Absent
            : IsOpaque(at) ? NodeState.Valued
            : FieldReader.StateOf(part, Delimiters);
    }

    /// <summary>The text of a field or component that has a single part; none for the others, and for cleared ones. Dates stay as they were written.</summary>
    public override Value ValueOf(long handle)
    {
        var at = Hl7Handle.Unpack(handle);
        if (at.Field == 0)
        {
            return Value.None;
        }

        var part = PartAt(at, out var offset);
        if (offset < 0)
        {
            return Value.None;
        }

        if (IsOpaque(at))
        {
            return Value.Of(Encoding.GetString(part));
        }

        return FieldReader.StateOf(part, Delimiters) == NodeState.Valued && FieldReader.TrySingle(ref part, at, Delimiters)
            ? Value.Of(Decode(part))
            : Value.None;
    }

    /// <inheritdoc/>
    public override Place PlaceOf(long handle)
    {
        var at = Hl7Handle.Unpack(handle);
        if (at.IsRoot)
        {
            return new Place(null, 0, 0, null, 0);
        }

        var offset = _starts[at.Index];
        if (at.Field > 0)
        {
            PartAt(at, out offset);
        }

        return PlaceOf(at, offset);
    }

    /// <inheritdoc/>
    public override void AppendChildren(long handle, string name, List<Node> into)
    {
        var at = Hl7Handle.Unpack(handle);
        if (at.IsRoot)
        {
            AppendSegments(Reading.SegmentName.Key(name), 0, _starts.Length, into);
        }
        else if (NodeTypes.TryChild(this, at, name, out var position))
        {
            AppendPart(at, position, into);
        }
    }

    /// <inheritdoc/>
    public override void AppendChildren(long handle, List<Node> into)
    {
        var at = Hl7Handle.Unpack(handle);
        if (at.IsRoot)
        {
            for (var index = 0; index < _starts.Length; index++)
            {
                into.Add(new Node(this, Hl7Handle.OfSegment(index).Pack()));
            }

            return;
        }

        var count = at.IsSegment ? FieldCount(at.Index) : NodeTypes.HasParts(this, at) ? PartCount(at) : 0;
        for (var position = 1; position <= count; position++)
        {
            AppendPart(at, position, into);
        }
    }

    /// <inheritdoc/>
    public void Resolve(long context, in Address address, List<Node> into) => AddressResolver.Resolve(this, Hl7Handle.Unpack(context), address, into);

    /// <summary>The three characters that a segment begins with.</summary>
    public string SegmentName(int index)
    {
        var segment = Span(index);
        return Hl7Schema?.Segment(Reading.SegmentName.Key(segment))?.Name ?? Encoding.Latin1.GetString(segment[..Math.Min(3, segment.Length)]);
    }

    internal int SegmentKey(int index) => Reading.SegmentName.Key(Span(index));

    internal ReadOnlySpan<byte> Span(int index) => _bytes.Span[_starts[index].._ends[index]];

    internal int StartOf(int index) => _starts[index];

    /// <summary>The segment that opens the group this one stands in (itself when it opens one); -1 when it stands in none.</summary>
    internal int OpenerOf(int index) => _openers.Value[index];

    /// <summary>All bytes of a field with its repetitions; empty when there is none.</summary>
    internal ReadOnlySpan<byte> Field(int index, int field)
    {
        if (index >= _starts.Length)
        {
            return default;
        }

        var segment = Span(index);
        var offset = FieldReader.Field(segment, Delimiters, field, out var length);
        return offset < 0 ? default : segment.Slice(offset, length);
    }

    internal int FieldCount(int index)
    {
        var count = Span(index).Count(Delimiters.Field);
        return Math.Min(Reading.SegmentName.IsHeader(SegmentKey(index)) ? count + 1 : count, Hl7Handle.MaxFields);
    }

    /// <summary>Bytes of a place, and where they stand in the message (-1 when there is none).</summary>
    internal ReadOnlySpan<byte> Find(int segment, int field, int repetition, int component, int subComponent, out int offset)
    {
        offset = -1;
        if (segment >= _starts.Length)
        {
            return default;
        }

        var part = FieldReader.Find(Span(segment), Delimiters, field, repetition, component, subComponent, out offset);
        offset = offset < 0 ? -1 : offset + _starts[segment];
        return part;
    }

    internal string Decode(ReadOnlySpan<byte> part) => Hl7Escapes.Decode(part, Delimiters, Encoding);

    /// <summary>Occurrence among segments of the same name, 1-based.</summary>
    internal int OccurrenceOf(int index)
    {
        var key = SegmentKey(index);
        var occurrence = 1;
        for (var i = 0; i < index; i++)
        {
            occurrence += SegmentKey(i) == key ? 1 : 0;
        }

        return occurrence;
    }

    internal Place PlaceOf(Hl7Handle at, int offset)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{SegmentName(at.Index)}[{OccurrenceOf(at.Index)}]");
        if (at.Field > 0)
        {
            path = at.Repetition > 1
                ? string.Create(CultureInfo.InvariantCulture, $"{path}-{at.Field}[{at.Repetition}]")
                : string.Create(CultureInfo.InvariantCulture, $"{path}-{at.Field}");
        }

        if (at.Component > 0)
        {
            path = at.SubComponent > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{path}.{at.Component}.{at.SubComponent}")
                : string.Create(CultureInfo.InvariantCulture, $"{path}.{at.Component}");
        }

        return Place.InMessage(path, offset);
    }

    internal void AppendSegments(int key, int from, int to, List<Node> into)
    {
        for (var index = from; index < to; index++)
        {
            if (SegmentKey(index) == key)
            {
                into.Add(new Node(this, Hl7Handle.OfSegment(index).Pack()));
            }
        }
    }

    /// <summary>Appends the part at a position under a node, unless it is absent; for a field, each repetition.</summary>
    internal void AppendPart(Hl7Handle at, int position, List<Node> into)
    {
        if (at.IsSegment)
        {
            AppendField(at, position, into);
            return;
        }

        var part = at.Component == 0 ? at with { Component = position } : at with { SubComponent = position };
        if (part.SubComponent <= Hl7Handle.MaxComponents && part.Component <= Hl7Handle.MaxComponents && (at.SubComponent == 0 || position == 1))
        {
            AppendUnlessAbsent(part, into);
        }
    }

    private void AppendField(Hl7Handle segment, int field, List<Node> into)
    {
        if (field > Hl7Handle.MaxFields)
        {
            return;
        }

        var all = Field(segment.Index, field);
        var repetitions = all.IsEmpty ? 0 : IsOpaque(segment with { Field = field }) ? 1 : FieldReader.Count(all, Delimiters.Repetition);
        for (var repetition = 1; repetition <= Math.Min(repetitions, Hl7Handle.MaxRepetitions); repetition++)
        {
            AppendUnlessAbsent(segment with { Field = field, Repetition = repetition }, into);
        }
    }

    private void AppendUnlessAbsent(Hl7Handle part, List<Node> into)
    {
        var packed = part.Pack();
        if (StateOf(packed) != NodeState.Absent)
        {
            into.Add(new Node(this, packed));
        }
    }

    private int PartCount(Hl7Handle at)
    {
        var part = PartAt(at, out _);
        var separator = at.Component == 0 ? Delimiters.Component : Delimiters.SubComponent;
        return at.SubComponent > 0 || IsOpaque(at) ? 0 : Math.Min(FieldReader.Count(part, separator), Hl7Handle.MaxComponents);
    }

    private bool IsOpaque(Hl7Handle at) => FieldReader.IsOpaque(SegmentKey(at.Index), at.Field);

    private string? ComponentOwner(Hl7Handle at) => NodeTypes.OfField(this, at);

    private ReadOnlySpan<byte> PartAt(Hl7Handle at, out int offset)
    {
        if (at.Field > 0)
        {
            return Find(at.Index, at.Field, at.Repetition, at.Component, at.SubComponent, out offset);
        }

        offset = _starts[at.Index];
        return Span(at.Index);
    }

    private static (int[] Starts, int[] Ends) Bounds(ReadOnlySpan<byte> span, int from)
    {
        var count = 0;
        for (var at = from; count < Hl7Handle.MaxSegments && Hl7Message.TryNextSegment(span, at, out _, out at);)
        {
            count++;
        }

        var starts = new int[count];
        var ends = new int[count];
        var next = from;
        for (var index = 0; index < count; index++)
        {
            Hl7Message.TryNextSegment(span, next, out starts[index], out ends[index]);
            next = ends[index];
        }

        return (starts, ends);
    }
}
