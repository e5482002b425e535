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
    private readonly SegmentTable _segments;
    private readonly Lazy<IReadOnlyList<Diagnostic>> _findings;
    private readonly Lazy<Hl7Charset> _charset;
    private readonly Lazy<SegmentGroup[]> _groups;

    private Hl7Document(ReadOnlyMemory<byte> bytes, Hl7Schema? schema)
    {
        Hl7Schema = schema;
        var span = bytes.Span;
        var first = span.IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)' ');
        HasHeader = first >= 0 && Reading.SegmentName.Key(span[first..]) == Reading.SegmentName.Msh;
        HasDelimiters = Hl7Delimiters.TryRead(HasHeader ? span[first..] : default, out var delimiters);
        Delimiters = delimiters;
        _segments = new SegmentTable(bytes, HasDelimiters ? first : bytes.Length, delimiters);
        Type = MessageType.Read(Field(0, 9), Delimiters);
        _charset = new Lazy<Hl7Charset>(() => Hl7Charset.Of(Find(0, 18, 1, 0, 0, out _), Bytes.Span));
        _findings = new Lazy<IReadOnlyList<Diagnostic>>(() => ReadingFindings.Of(this));
        _groups = new Lazy<SegmentGroup[]>(() => SegmentGroups.Of(this));
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
    public ReadOnlyMemory<byte> Bytes => _segments.Bytes;

    public int SegmentCount => _segments.Count;

    internal Hl7Schema? Hl7Schema { get; }

    internal bool HasHeader { get; }

    internal bool HasDelimiters { get; }

    internal Hl7Charset Charset => _charset.Value;

    /// <summary>Reads without copying.</summary>
    public static Hl7Document Read(ReadOnlyMemory<byte> bytes, Hl7Schema? schema = null) => new(bytes, schema);

    /// <inheritdoc/>
    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(Bytes.Span);

    /// <summary>Bytes of a segment without its terminator.</summary>
    public ReadOnlyMemory<byte> SegmentBytes(int index) => _segments.Memory(index);

    /// <summary>Bytes of a node as they were received.</summary>
    public ReadOnlyMemory<byte> BytesOf(Node node)
    {
        var handle = Hl7Handle.Unpack(node.Handle);
        if (handle.IsRoot)
        {
            return Bytes;
        }

        var part = PartAt(handle, out var offset);
        return offset < 0 ? default : Bytes.Slice(offset, part.Length);
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

        var offset = StartOf(at.Index);
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
            NodeChildren.AppendSegments(this, Reading.SegmentName.Key(name), into);
        }
        else if (NodeTypes.TryChild(this, at, name, out var position))
        {
            NodeChildren.AppendPart(this, at, position, into);
        }
    }

    /// <inheritdoc/>
    public override void AppendChildren(long handle, List<Node> into) => NodeChildren.AppendAll(this, Hl7Handle.Unpack(handle), into);

    /// <inheritdoc/>
    public void Resolve(long context, in Address address, List<Node> into) => AddressResolver.Resolve(this, Hl7Handle.Unpack(context), address, into);

    /// <summary>The three characters that a segment begins with.</summary>
    public string SegmentName(int index)
    {
        var segment = Span(index);
        return Hl7Schema?.Segment(Reading.SegmentName.Key(segment))?.Name ?? Encoding.Latin1.GetString(segment[..Math.Min(3, segment.Length)]);
    }

    internal int SegmentKey(int index) => Reading.SegmentName.Key(Span(index));

    internal ReadOnlySpan<byte> Span(int index) => _segments.Span(index);

    internal int StartOf(int index) => _segments.StartOf(index);

    /// <summary>The segment that opens the group this one stands in (itself when it opens one); -1 when it stands in none.</summary>
    internal int OpenerOf(int index) => _groups.Value[index].Opener;

    /// <summary>The segment that opens the group around the one that a segment stands in; -1 for none.</summary>
    internal int OuterOf(int index) => _groups.Value[index].Outer;

    /// <summary>True for a segment of the group that another opens, those of groups within it included.</summary>
    internal bool IsWithin(int index, int opener)
    {
        var at = OpenerOf(index);
        while (at >= 0 && at != opener)
        {
            at = OuterOf(at);
        }

        return at >= 0;
    }

    /// <summary>All bytes of a field with its repetitions; empty when there is none.</summary>
    internal ReadOnlySpan<byte> Field(int index, int field) => _segments.Field(index, field);

    /// <summary>Bytes of a place, and where they stand in the message (-1 when there is none).</summary>
    internal ReadOnlySpan<byte> Find(int segment, int field, int repetition, int component, int subComponent, out int offset) =>
        _segments.Find(segment, field, repetition, component, subComponent, out offset);

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

    internal bool IsOpaque(Hl7Handle at) => FieldReader.IsOpaque(SegmentKey(at.Index), at.Field);

    private string? ComponentOwner(Hl7Handle at) => NodeTypes.OfField(this, at);

    private ReadOnlySpan<byte> PartAt(Hl7Handle at, out int offset)
    {
        if (at.Field > 0)
        {
            return Find(at.Index, at.Field, at.Repetition, at.Component, at.SubComponent, out offset);
        }

        offset = StartOf(at.Index);
        return Span(at.Index);
    }
}
