using System.Buffers;

namespace Simphonie.Formats.B2.Reading;

/// <summary>Reads pieces of memory one after the other as a stream.</summary>
internal sealed class SequenceStream(ReadOnlySequence<byte> bytes) : Stream
{
    private ReadOnlySequence<byte> _rest = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var piece = _rest.Slice(0, Math.Min(_rest.Length, buffer.Length));
        piece.CopyTo(buffer);
        _rest = _rest.Slice(piece.End);
        return (int)piece.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
