using System.Buffers;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Writing;

/// <summary>
/// Writes entities in their order, as blocks with flags or one after the other. The 000 comes first, the 999 last; entities are written as they are.
/// </summary>
internal sealed class BlockWriter(IBufferWriter<byte> output, BlockLayout layout, bool blocked)
{
    private readonly byte[] _block = new byte[layout.Length];
    private bool _hasHeader;
    private int _filled;

    public void Write(ReadOnlySpan<byte> entity)
    {
        if (!blocked || !_hasHeader)
        {
            _hasHeader = true;
            output.Write(entity);
            return;
        }

        if (EntityHead.TryNumber(entity, out var number) && number == EntityHead.TrailerNumber)
        {
            Finish(layout.Last);
            output.Write(entity);
            return;
        }

        while (!entity.IsEmpty)
        {
            if (_filled == layout.Data)
            {
                Finish(layout.More);
            }

            var count = Math.Min(entity.Length, layout.Data - _filled);
            entity[..count].CopyTo(_block.AsSpan(1 + _filled));
            _filled += count;
            entity = entity[count..];
        }
    }

    /// <summary>Writes what is left of a file that has no 999; with one, nothing is.</summary>
    public void Complete() => Finish(layout.Last);

    private void Finish(byte flag)
    {
        if (_filled > 0)
        {
            _block[0] = flag;
            _block.AsSpan(1 + _filled).Fill((byte)' ');
            output.Write(_block);
            _filled = 0;
        }
    }
}
