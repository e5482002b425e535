namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>The bytes of a file as they stand, with a look ahead.</summary>
internal sealed class RawBytes(IByteSource source)
{
    private readonly byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _exhausted;

    /// <summary>Position of the next byte.</summary>
    public long Position { get; private set; }

    public bool IsAtEnd => _exhausted && _start == _end;

    /// <summary>So many of the next bytes, fewer only at the end.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _start < count && !_exhausted)
        {
            Fill(count);
        }

        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    public void Skip(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Takes what is there, at least one byte unless the end is reached.</summary>
    public int Read(Span<byte> into)
    {
        Peek(1);
        var count = Math.Min(into.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(into);
        Skip(count);
        if (_start == _end)
        {
            Peek(1);
        }

        return count;
    }

    private void Fill(int count)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        while (_end < count && !_exhausted)
        {
            var read = source.Read(_buffer.AsSpan(_end));
            _end += read;
            _exhausted = read == 0;
        }
    }
}
