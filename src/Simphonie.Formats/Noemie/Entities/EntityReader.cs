using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Entities;

/// <summary>
/// Reads the entities of a file one after the other, in blocks or not, in constant memory. What does not end as it should is a finding, and reading goes on
/// behind it: the layout's length wins over an <c>@</c> inside of a text, and a missing <c>@</c> is known by the entity that follows.
/// </summary>
internal sealed class EntityReader
{
    /// <summary>Bytes that are looked at to find the end of an entity.</summary>
    private const int Longest = 4096;

    private const int Usual = 320;

    private readonly NoemieSchema _schema;
    private readonly FindingList _findings;
    private readonly EntityBytes _bytes;
    private int _length;

    public EntityReader(IByteSource source, NoemieSchema schema, FindingList findings)
    {
        _schema = schema;
        _findings = findings;
        _bytes = new EntityBytes(source, schema.Blocks, schema.IsKnown, findings);
    }

    public Framing Framing => _bytes.Framing;

    /// <summary>1-based number of the entity in the file; the 000 is 1.</summary>
    public long Index { get; private set; }

    /// <summary>Its number, -1 when it begins with none.</summary>
    public int Number { get; private set; }

    /// <summary>Its niveau de rupture, <see cref="EntityHead.NoLevel"/> for 000, 999 and what cannot be read.</summary>
    public int Level { get; private set; }

    /// <summary>Null when the schema does not know it.</summary>
    public EntityType? Type { get; private set; }

    /// <summary>Offset of its first byte among the bytes of entities.</summary>
    public long Offset { get; private set; }

    /// <summary>Position of the entity 999 in the file, known once it was read.</summary>
    public long TrailerPosition => _bytes.TrailerPosition;

    /// <summary>Position of its first byte in the file.</summary>
    public long Position => _bytes.PositionOf(Offset);

    /// <summary>Number of the block that it begins in, 0 in a plain stream.</summary>
    public long Block => Framing.BlockOf(Position);

    public bool IsHeader => Index == 1;

    public bool IsTrailer { get; private set; }

    /// <summary>Its bytes with the <c>@</c>, until the next one is read.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Window(0)[.._length];

    /// <summary>Moves to the next entity; false behind the last.</summary>
    public bool Read()
    {
        _bytes.Advance(_length);
        _length = 0;
        if (IsTrailer)
        {
            CheckEnd();
            return false;
        }

        if (Index > 0)
        {
            SkipLineEnds();
        }

        var window = _bytes.Window(Usual);
        Offset = _bytes.Offset;
        if (window.IsEmpty)
        {
            _findings.Add(Index == 0 ? NoemieCodes.NotNoemie : NoemieCodes.NoTrailer, Place.Whole, Index == 0 ? "the file is empty" : "the file ends without an entity 999");
            return false;
        }

        Index++;
        EntityHead.TryNumber(window, out var number);
        Number = number;
        Type = _schema.Entity(number);
        _length = Index == 1 ? Header(window) : number == EntityHead.TrailerNumber ? Trailer(window) : Entity(window);
        return true;
    }

    /// <summary>Where the entity stands, or a field of it.</summary>
    public Place PlaceOf(int from = 0, int to = 0)
    {
        var position = _bytes.PositionOf(Offset + Math.Max(from - 1, 0));
        return EntityPlace.Of(Framing.BlockOf(position), Index, Number, from, Math.Max(from, to), position);
    }

    private int Header(ReadOnlySpan<byte> window)
    {
        Level = EntityHead.NoLevel;
        var length = Math.Min(_schema.Blocks.Length, window.Length);
        if (Number != EntityHead.HeaderNumber || length < _schema.Blocks.Length)
        {
            _findings.Add(NoemieCodes.NotNoemie, PlaceOf(), "the file does not begin with a whole entity 000");
        }

        return length;
    }

    private int Trailer(ReadOnlySpan<byte> window)
    {
        Level = EntityHead.NoLevel;
        IsTrailer = true;
        var length = Math.Min(_schema.Blocks.Length, window.Length);
        if (length < _schema.Blocks.Length)
        {
            _findings.Add(NoemieCodes.NoTrailer, PlaceOf(), "the entity 999 is cut short");
        }

        return length;
    }

    private int Entity(ReadOnlySpan<byte> window)
    {
        EntityHead.TryLevel(window, out var level);
        Level = level;
        if (Type is { } type && window.Length >= type.Layout.Length && window[type.Layout.Length - 1] == EntityHead.End && Number != EntityHead.HeaderNumber)
        {
            return type.Layout.Length;
        }

        return Number == EntityHead.HeaderNumber ? SecondHeader(window) : Irregular(_bytes.Window(Longest));
    }

    private int SecondHeader(ReadOnlySpan<byte> window)
    {
        _findings.Add(NoemieCodes.SecondHeader, PlaceOf(), "an entity 000 stands inside of the file");
        Level = EntityHead.NoLevel;
        return Math.Min(_schema.Blocks.Length, window.Length);
    }

    /// <summary>The length of an entity that does not end where its layout does.</summary>
    private int Irregular(ReadOnlySpan<byte> window)
    {
        var end = window[..Math.Min(window.Length, Longest)].IndexOf(EntityHead.End);
        if (Number < 0)
        {
            _findings.Add(NoemieCodes.EntityNumber, PlaceOf(1, 3), "the entity does not begin with a number");
        }
        else if (Type is null)
        {
            _findings.Add(NoemieCodes.UnknownEntity, PlaceOf(), "the schema does not know this entity; it is kept as it is");
        }
        else if (EndsWithoutMark(window, Type.Layout.Length, end) is { } length)
        {
            _findings.Add(NoemieCodes.Unterminated, PlaceOf(length), "the entity does not end with @ where its layout ends");
            return length;
        }

        if (end < 0)
        {
            _findings.Add(NoemieCodes.Unterminated, PlaceOf(), "no @ ends the entity");
            return Remaining(window);
        }

        if (Type is not null)
        {
            _findings.Add(NoemieCodes.EntityLength, PlaceOf(), end + 1 < Type.Layout.Length ? "the entity is shorter than its layout" : "the entity is longer than its layout");
        }

        return end + 1;
    }

    /// <summary>The length of an entity whose <c>@</c> is missing or replaced, known by the entity that begins there; null when none does.</summary>
    private int? EndsWithoutMark(ReadOnlySpan<byte> window, int length, int end)
    {
        if (end >= 0 && end + 1 < length)
        {
            return null;
        }

        return window.Length >= length - 1 && Begins(window[(length - 1)..]) ? length - 1
            : window.Length >= length && Begins(window[length..]) ? length
            : null;
    }

    private bool Begins(ReadOnlySpan<byte> bytes) =>
        BlockTail.IsTrailer(bytes) || (EntityHead.TryRead(bytes, out var number, out var level) && level > 0 && _schema.IsKnown(number));

    /// <summary>What is left up to the end of the window, without the entity 999 that blocks tell.</summary>
    private int Remaining(ReadOnlySpan<byte> window) =>
        _bytes.TrailerOffset > Offset ? (int)Math.Min(window.Length, _bytes.TrailerOffset - Offset) : Math.Min(window.Length, Longest);

    private void SkipLineEnds()
    {
        var window = _bytes.Window(1);
        while (!window.IsEmpty && BlockTail.IsLineEnd(window[0]))
        {
            _bytes.Advance(1);
            window = _bytes.Window(1);
        }
    }

    private void CheckEnd()
    {
        SkipLineEnds();
        if (_bytes.HasRest || !_bytes.Window(1).IsEmpty)
        {
            _findings.Add(NoemieCodes.AfterTrailer, Place.Whole, "something stands behind the entity 999");
        }
    }
}
