using System.Buffers;

namespace Simphonie.Bench.B2;

/// <summary>Gathers bytes in blocks of a megabyte and hands each on: to a file, or to nobody.</summary>
internal sealed class BlockWriter(Stream? target) : IBufferWriter<byte>
{
    private const int Block = 1 << 20;

    private readonly byte[] _block = new byte[Block];
    private int _used;

    public long Written { get; private set; }

    public void Advance(int count)
    {
        _used += count;
        Written += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(_used);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(_used);

    public void Flush()
    {
        target?.Write(_block, 0, _used);
        _used = 0;
    }

    private byte[] Room(int sizeHint)
    {
        if (_used + Math.Max(sizeHint, 1) > Block)
        {
            Flush();
        }

        return _block;
    }
}
