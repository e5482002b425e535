using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>
/// A window that moves over the bytes of entities, with flags and padding of blocks taken out. Holds at most a few hundred kilobytes, however long the file is.
/// </summary>
internal sealed class EntityBytes
{
    private const int Capacity = 256 * 1024;

    private readonly RawBytes _raw;
    private readonly FindingList _findings;
    private readonly BlockLayout _layout;
    private readonly byte[] _data = new byte[Capacity];
    private int _start;
    private int _end;
    private bool _finished;

    public EntityBytes(IByteSource source, BlockLayout layout, Func<int, bool> isKnown, FindingList findings)
    {
        _raw = new RawBytes(source);
        _findings = findings;
        _layout = layout;
        Framing = FramingDetection.Detect(_raw.Peek(FramingDetection.Window), layout, isKnown);
    }

    public Framing Framing { get; }

    /// <summary>Offset of the first byte of the window.</summary>
    public long Offset { get; private set; }

    /// <summary>Offset of the end of file (999) where blocks tell it, else -1.</summary>
    public long TrailerOffset { get; private set; } = -1;

    /// <summary>Position of the end of file in the file.</summary>
    public long TrailerPosition { get; private set; }

    /// <summary>Bytes behind the end of file that are no line ends.</summary>
    public bool HasRest { get; private set; }

    /// <summary>At least so many bytes from the current one on, fewer only at the end.</summary>
    public ReadOnlySpan<byte> Window(int least)
    {
        if (_end - _start < least && !_finished)
        {
            Fill(least);
        }

        return _data.AsSpan(_start, _end - _start);
    }

    public void Advance(int count)
    {
        _start += count;
        Offset += count;
    }

    public long PositionOf(long offset) =>
        TrailerOffset >= 0 && offset >= TrailerOffset ? TrailerPosition + offset - TrailerOffset : Framing.PositionOf(offset);

    private void Fill(int least)
    {
        _data.AsSpan(_start, _end - _start).CopyTo(_data);
        _end -= _start;
        _start = 0;
        while (_end < least && !_finished)
        {
            if (Framing.IsBlocked)
            {
                FillBlocks();
            }
            else
            {
                _end += _raw.Read(_data.AsSpan(_end));
                _finished = _raw.IsAtEnd;
            }
        }
    }

    private void FillBlocks()
    {
        if (_raw.Position == 0)
        {
            Append(_raw.Peek(_layout.Length));
            _raw.Skip(Math.Min(_layout.Length, _raw.Peek(_layout.Length).Length));
        }

        // A block is plain data only when the end of file cannot begin inside of the next one.
        var ahead = 3 * _layout.Length;
        while (_end + _layout.Data <= Capacity)
        {
            var raw = _raw.Peek(ahead);
            if (raw.Length < ahead || BlockTail.IsTrailer(raw) || BlockTail.IsTrailer(raw[_layout.Length..]))
            {
                FillTail();
                return;
            }

            if (raw[0] != _layout.More)
            {
                Report(NoemieCodes.BlockFlag, raw[0] == _layout.Last ? "the block has the flag of the last one and others follow it" : "the block does not begin with a flag");
            }

            Append(raw[1.._layout.Length]);
            _raw.Skip(_layout.Length);
        }
    }

    private void FillTail()
    {
        _finished = true;
        var raw = _raw.Peek(BlockTail.Window(_layout));
        var tail = BlockTail.Read(raw, _layout);
        HasRest = tail.HasRest || raw.Length == BlockTail.Window(_layout);
        for (var at = 0; at < tail.DataLength; at += _layout.Length)
        {
            var block = raw[at..Math.Min(at + _layout.Length, tail.DataLength)];
            var last = at + _layout.Length >= tail.DataLength;
            CheckLast(block, last, tail.TrailerStart >= 0);
            Append(last ? block[1..].TrimEnd((byte)' ') : block[1..]);
            _raw.Skip(block.Length);
        }

        if (tail.TrailerStart >= 0)
        {
            TrailerOffset = Offset + _end - _start;
            TrailerPosition = _raw.Position;
            Append(raw[tail.TrailerStart..tail.TrailerEnd]);
        }
    }

    private void CheckLast(ReadOnlySpan<byte> block, bool last, bool isClosed)
    {
        var expected = last && isClosed ? _layout.Last : _layout.More;
        if (block[0] != expected && (isClosed || !_layout.IsFlag(block[0])))
        {
            Report(NoemieCodes.BlockFlag, last ? "the last data block does not have its flag" : "the block does not have the flag that others follow it");
        }

        if (block.Length < _layout.Length && block[0] != _layout.Last)
        {
            Report(NoemieCodes.TruncatedBlock, "the file ends inside of a block");
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_data.AsSpan(_end));
        _end += bytes.Length;
    }

    private void Report(DiagnosticCode code, string text) =>
        _findings.Add(code, EntityPlace.OfBlock(Framing.BlockOf(_raw.Position), _raw.Position), text);
}
