namespace Simphonie.Channels.Mllp;

/// <summary>The block characters of MLLP release 1 (HL7 v2 implementation guide, appendix C).</summary>
internal static class MllpBytes
{
    public const byte StartBlock = 0x0B;
    public const byte EndBlock = 0x1C;
    public const byte CarriageReturn = 0x0D;

    public static ReadOnlySpan<byte> Blocks => [StartBlock, EndBlock];
}
