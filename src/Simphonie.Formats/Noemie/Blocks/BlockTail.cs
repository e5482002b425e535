namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>
/// The end of a file in blocks: where its data ends and the entity 999 begins. The last data block may be filled with spaces or end with its data,
/// so that the 999 is known by its place before the end, or by standing where a flag should.
/// </summary>
/// <param name="DataLength">Bytes of data blocks.</param>
/// <param name="TrailerStart">Where the 999 begins, -1 for none.</param>
/// <param name="TrailerEnd">Where it ends.</param>
/// <param name="HasRest">True when something else than line ends follows.</param>
internal readonly record struct BlockTail(int DataLength, int TrailerStart, int TrailerEnd, bool HasRest)
{
    private const int LineEnds = 16;

    /// <summary>Bytes that the end is looked for in.</summary>
    public static int Window(BlockLayout layout) => (4 * layout.Length) + LineEnds;

    public static bool IsTrailer(ReadOnlySpan<byte> bytes) => bytes.StartsWith("999"u8);

    /// <summary>True for bytes that transports add behind a file.</summary>
    public static bool IsLineEnd(byte value) => value is (byte)'\r' or (byte)'\n' or 0x1A;

    public static BlockTail Read(ReadOnlySpan<byte> raw, BlockLayout layout)
    {
        var end = raw.Length;
        while (end > 0 && IsLineEnd(raw[end - 1]))
        {
            end--;
        }

        for (var at = 0; at < end; at += layout.Length)
        {
            if (IsTrailer(raw[at..]))
            {
                var stop = Math.Min(at + layout.Length, end);
                return new BlockTail(at, at, stop, stop < end);
            }
        }

        return end >= layout.Length && IsTrailer(raw[(end - layout.Length)..end])
            ? new BlockTail(end - layout.Length, end - layout.Length, end, false)
            : new BlockTail(end, -1, -1, false);
    }
}
