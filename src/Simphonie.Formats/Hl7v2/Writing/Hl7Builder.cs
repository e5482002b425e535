using System.Buffers;
using System.Globalization;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Writing;

/// <summary>
/// Builds a message, from nothing or from parts of others. Names: a segment under the message (<c>PID</c>), a field under its segment (<c>PID-3</c>,
/// or <c>3</c>), a component under a field (<c>CX-1</c>, or <c>1</c>), a sub-component under that. <see cref="Append"/> of a field adds a repetition.
/// Segments stand in the order in which they were made. What is copied whole stays byte for byte, as long as delimiters and charset of the output are those of its source;
/// delimiters are those of a copied MSH, else <c>|^~\&amp;</c>; the charset is what MSH-18 of the output says.
/// </summary>
public sealed class Hl7Builder(Hl7Schema? schema) : IDocumentBuilder
{
    private readonly List<OutputPart> _parts = [new OutputPart(OutputLevel.Message, null, 1)];
    private readonly List<OutputPart> _segments = [];
    private readonly DiagnosticBag _findings = new();
    private Hl7Document? _header;

    public long Root => 0;

    /// <inheritdoc/>
    public long Child(long parent, string name)
    {
        var owner = _parts[(int)parent];
        if (owner.Level == OutputLevel.Message)
        {
            return FindSegment(name) is { } there ? Handle(there) : AddSegment(name);
        }

        return TryPosition(owner, name, out var position) ? Handle(PartOf(owner, position)) : Nowhere(owner, name);
    }

    /// <inheritdoc/>
    public long Append(long parent, string name, string? type = null)
    {
        var owner = _parts[(int)parent];
        if (owner.Level == OutputLevel.Message)
        {
            return AddSegment(name);
        }

        if (!TryPosition(owner, name, out var position))
        {
            return Nowhere(owner, name);
        }

        if (owner.Level != OutputLevel.Segment)
        {
            return Handle(PartOf(owner, position));
        }

        var field = owner[position];
        var used = field.IsEmpty || (field.Source is not null && field.Copied.IsEmpty) ? 0 : field[1].IsEmpty ? 0 : field.Parts.Count;
        return Handle(field[used + 1]);
    }

    /// <inheritdoc/>
    public void Set(long node, Value value)
    {
        var part = _parts[(int)node];
        if (part.Level < OutputLevel.Field)
        {
            Nowhere(part, "a value");
        }
        else if (!value.IsNone)
        {
            part.SetText(OutputText.Of(value));
        }
    }

    /// <inheritdoc/>
    public void Copy(long node, Node source)
    {
        var part = _parts[(int)node];
        if (source.Document is not Hl7Document document || part.Level == OutputLevel.Message || Hl7Handle.Unpack(source.Handle).IsRoot)
        {
            _findings.Add(Hl7Codes.ForeignSource, Place.InMessage(OutputPaths.Of(part)), "the source is not a node of an HL7 v2 message of the same level");
            return;
        }

        var handle = Hl7Handle.Unpack(source.Handle);
        if (handle.IsSegment != (part.Level == OutputLevel.Segment) || (handle.IsSegment && document.SegmentName(handle.Index) != part.Name))
        {
            _findings.Add(Hl7Codes.ForeignSource, Place.InMessage(OutputPaths.Of(part)), "a segment can only be copied to a segment of the same name");
            return;
        }

        part.SetCopy(document, document.BytesOf(source));
        if (handle.IsSegment && part.Name == "MSH")
        {
            _header = document;
        }
    }

    /// <inheritdoc/>
    public void Clear(long node)
    {
        var part = _parts[(int)node];
        if (part.Level >= OutputLevel.Field)
        {
            part.SetCleared();
        }
    }

    /// <inheritdoc/>
    public string PathOf(long node) => OutputPaths.Of(_parts[(int)node]);

    /// <inheritdoc/>
    public Document Build(DiagnosticBag findings)
    {
        findings.AddRange(_findings);
        if (_segments.Count == 0 || _segments[0].Name != "MSH")
        {
            findings.Add(Hl7Codes.NoOutputHeader, Place.InMessage("MSH"), "the first segment of a message is MSH");
        }

        var buffer = new ArrayBufferWriter<byte>(1024);
        var writer = new OutputWriter(_header?.Delimiters ?? Hl7Delimiters.Usual, OutputEncoding(findings), buffer, findings);
        var terminator = _header is null ? "\r"u8 : TerminatorOf(_header);
        foreach (var segment in _segments)
        {
            writer.Segment(segment, terminator);
        }

        return Hl7Document.Read(buffer.WrittenMemory, schema);
    }

    /// <summary>What ends the first segment of a document.</summary>
    internal static ReadOnlySpan<byte> TerminatorOf(Hl7Document document)
    {
        var rest = document.Bytes.Span[(document.StartOf(0) + document.Span(0).Length)..];
        return rest switch
        {
            [(byte)'\r', (byte)'\n', ..] => "\r\n"u8,
            [(byte)'\n', ..] => "\n"u8,
            _ => "\r"u8,
        };
    }

    private Encoding OutputEncoding(DiagnosticBag findings)
    {
        const int CharacterSet = 18;
        if (_segments.Count == 0 || (_segments[0].Source is null && _segments[0].Parts.Count < CharacterSet))
        {
            return _header?.Encoding ?? Encoding.ASCII;
        }

        if (_segments[0].Source is not null)
        {
            return _header!.Encoding;
        }

        var declared = _segments[0][CharacterSet];
        if (declared.Source is not null)
        {
            return declared.Source.Encoding;
        }

        var name = declared.Text ?? declared.Parts.FirstOrDefault()?.Text ?? "";
        if (!Hl7Charset.TryFind(Encoding.Latin1.GetBytes(name), out var encoding))
        {
            findings.Add(Hl7Codes.UnknownCharset, Place.InMessage("MSH[1]-18"), "MSH-18 names a charset that is not known");
        }

        return encoding;
    }

    private OutputPart? FindSegment(string name) => _segments.Find(segment => segment.Name == name);

    private long AddSegment(string name)
    {
        if (SegmentName.Key(name) == 0 || !char.IsAsciiLetterUpper(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
        {
            return Nowhere(_parts[0], name);
        }

        var segment = new OutputPart(OutputLevel.Segment, _parts[0], _segments.Count(one => one.Name == name) + 1) { Name = name };
        _segments.Add(segment);
        return Handle(segment);
    }

    /// <summary>The part for a position under an owner; for a segment its first repetition.</summary>
    private static OutputPart PartOf(OutputPart owner, int position) => owner.Level == OutputLevel.Segment ? owner[position][1] : owner[position];

    private bool TryPosition(OutputPart owner, string name, out int position)
    {
        position = 0;
        if (owner.Level == OutputLevel.SubComponent)
        {
            return false;
        }

        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (!int.TryParse(name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out position) || position is 0 or > Hl7Handle.MaxFields)
        {
            return false;
        }

        return dash < 0 || TypeOf(owner) is not { } type || name.AsSpan(0, dash).SequenceEqual(type);
    }

    private string? TypeOf(OutputPart part)
    {
        switch (part.Level)
        {
            case OutputLevel.Segment:
                return part.Name;
            case OutputLevel.Repetition:
                var type = schema?.Segment(SegmentName.Key(part.Segment.Name))?[part.Parent!.Position]?.Type;
                return type == "varies" ? null : type;
            case OutputLevel.Component:
                return schema?.Type(TypeOf(part.Parent!))?[part.Position]?.Type;
            default:
                return null;
        }
    }

    /// <summary>A part that goes nowhere, so that one bad name gives one finding.</summary>
    private long Nowhere(OutputPart owner, string name)
    {
        _findings.Add(Hl7Codes.UnknownOutputPath, Place.InMessage(OutputPaths.Of(owner)), $"'{name}' cannot be written here");
        return Handle(new OutputPart(OutputLevel.Component, owner, 1));
    }

    private long Handle(OutputPart part)
    {
        if (part.Handle == 0)
        {
            part.Handle = _parts.Count;
            _parts.Add(part);
        }

        return part.Handle;
    }
}
