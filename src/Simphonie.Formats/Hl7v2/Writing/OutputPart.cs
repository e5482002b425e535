using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Hl7v2.Writing;

/// <summary>Levels of a message that is being built, from the outside in.</summary>
internal enum OutputLevel
{
    Message,
    Segment,
    Field,
    Repetition,
    Component,
    SubComponent,
}

/// <summary>
/// A part of a message that is being built: bytes copied from elsewhere, or parts, or a text, or cleared, or nothing.
/// Copied bytes are taken apart only when something inside of them is changed, and then keep every separator they had.
/// </summary>
internal sealed class OutputPart(OutputLevel level, OutputPart? parent, int position)
{
    private List<OutputPart>? _parts;

    public OutputLevel Level { get; } = level;

    public OutputPart? Parent { get; } = parent;

    /// <summary>1-based place under the parent: number of field, repetition, component; occurrence among segments of the same name.</summary>
    public int Position { get; } = position;

    /// <summary>Name of a segment.</summary>
    public string Name { get; init; } = "";

    /// <summary>Bytes of <see cref="Source"/>, verbatim.</summary>
    public ReadOnlyMemory<byte> Copied { get; private set; }

    /// <summary>Document that bytes were copied from: its delimiters and its charset.</summary>
    public Hl7Document? Source { get; private set; }

    public string? Text { get; private set; }

    public bool IsCleared { get; private set; }

    /// <summary>Handle that the builder gave it, 0 as long as nobody asked.</summary>
    public long Handle { get; set; }

    public List<OutputPart> Parts => _parts ??= [];

    public bool IsEmpty => Source is null && Text is null && !IsCleared && (_parts is null || _parts.TrueForAll(part => part.IsEmpty));

    public void SetText(string text)
    {
        Reset();
        Text = text;
    }

    public void SetCleared()
    {
        Reset();
        IsCleared = true;
    }

    public void SetCopy(Hl7Document source, ReadOnlyMemory<byte> bytes)
    {
        Reset();
        Source = source;
        Copied = bytes;
    }

    /// <summary>The part at a 1-based place, made when missing.</summary>
    public OutputPart this[int position]
    {
        get
        {
            Open();
            while (Parts.Count < position)
            {
                Parts.Add(new OutputPart(Level + 1, this, Parts.Count + 1));
            }

            return Parts[position - 1];
        }
    }

    /// <summary>The segment that this part belongs to.</summary>
    public OutputPart Segment => Level <= OutputLevel.Segment ? this : Parent!.Segment;

    private void Reset()
    {
        Text = null;
        IsCleared = false;
        Source = null;
        Copied = default;
        _parts?.Clear();
    }

    /// <summary>Takes copied bytes or a text apart, so that one of its parts can be changed.</summary>
    private void Open()
    {
        if (Source is { } source)
        {
            var bytes = Copied;
            Reset();
            Split(source, bytes);
        }
        else if (Text is { } text)
        {
            Reset();
            var first = new OutputPart(Level + 1, this, 1);
            first.SetText(text);
            Parts.Add(first);
        }
        else if (IsCleared)
        {
            Reset();
        }
    }

    private void Split(Hl7Document source, ReadOnlyMemory<byte> bytes)
    {
        var delimiters = source.Delimiters;
        var header = Level == OutputLevel.Segment && SegmentName.IsHeader(SegmentName.Key(bytes.Span));
        var separator = Level switch
        {
            OutputLevel.Segment => delimiters.Field,
            OutputLevel.Field => delimiters.Repetition,
            OutputLevel.Repetition => delimiters.Component,
            _ => delimiters.SubComponent,
        };
        if (header)
        {
            Add(source, bytes.Slice(3, 1));
        }

        // The first piece of a segment is its name.
        var skip = Level == OutputLevel.Segment ? 1 : 0;
        for (var index = skip; ; index++)
        {
            var offset = Separators.Part(bytes.Span, separator, index, out var length);
            if (offset < 0)
            {
                break;
            }

            Add(source, bytes.Slice(offset, length));
        }
    }

    private void Add(Hl7Document source, ReadOnlyMemory<byte> bytes)
    {
        var part = new OutputPart(Level + 1, this, Parts.Count + 1);
        part.SetCopy(source, bytes);
        Parts.Add(part);
    }
}
