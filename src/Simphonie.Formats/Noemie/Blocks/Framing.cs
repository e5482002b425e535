namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>
/// How entities lie in a file: in blocks with flags, or one after the other. An offset counts the bytes of entities alone;
/// a position counts the bytes of the file. The end of file (999) lies behind the padding of the last block and has a position of its own.
/// </summary>
/// <param name="Layout">Lengths of blocks; null for a plain stream.</param>
internal readonly record struct Framing(BlockLayout? Layout)
{
    public static Framing Plain => default;

    public bool IsBlocked => Layout is not null;

    /// <summary>Position of a byte of an entity.</summary>
    public long PositionOf(long offset)
    {
        if (Layout is not { } blocks || offset < blocks.Length)
        {
            return offset;
        }

        var (block, at) = Math.DivRem(offset - blocks.Length, blocks.Data);
        return ((block + 1) * blocks.Length) + 1 + at;
    }

    /// <summary>1-based number of the block at a position, 0 in a plain stream.</summary>
    public long BlockOf(long position) => Layout is { } blocks ? (position / blocks.Length) + 1 : 0;

    /// <summary>Bytes from this offset to the end of its block; unbounded in a plain stream.</summary>
    public int RunOf(long offset)
    {
        if (Layout is not { } blocks)
        {
            return int.MaxValue;
        }

        return offset < blocks.Length ? blocks.Length - (int)offset : blocks.Data - (int)((offset - blocks.Length) % blocks.Data);
    }
}
