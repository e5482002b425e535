namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>
/// Tells blocks from a plain stream by what stands behind the first 128 bytes: an entity's number and level, at once or behind a flag.
/// Both may look right (flag <c>1</c> before <c>020</c> reads as 102): then the flags of the blocks behind decide.
/// </summary>
internal static class FramingDetection
{
    /// <summary>Bytes that are enough to decide.</summary>
    public const int Window = 4096;

    public static Framing Detect(ReadOnlySpan<byte> head, BlockLayout layout, Func<int, bool> isKnown)
    {
        if (head.Length <= layout.Length)
        {
            return Framing.Plain;
        }

        var behind = head[layout.Length..];
        var plain = Opens(behind, isKnown);
        var blocked = Opens(behind[1..], isKnown);
        var isBlocked = plain == blocked ? !BlockTail.IsTrailer(behind) && FlagsHold(head, layout) : blocked;
        return isBlocked ? new Framing(layout) : Framing.Plain;
    }

    private static bool Opens(ReadOnlySpan<byte> bytes, Func<int, bool> isKnown) =>
        Entities.EntityHead.TryRead(bytes, out var number, out var level) && level > 0 && isKnown(number);

    /// <summary>True when every block that begins in the window begins with a flag, or is the end of file.</summary>
    private static bool FlagsHold(ReadOnlySpan<byte> head, BlockLayout layout)
    {
        for (var at = layout.Length; at < head.Length; at += layout.Length)
        {
            if (!layout.IsFlag(head[at]) && !BlockTail.IsTrailer(head[at..]))
            {
                return false;
            }
        }

        return true;
    }
}
