namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>Lengths and flags of the transport in blocks, as the schema declares them.</summary>
/// <param name="Length">Bytes of a block, its flag included; also the length of the entities 000 and 999.</param>
/// <param name="More">Flag of a data block that another one follows.</param>
/// <param name="Last">Flag of the last data block.</param>
internal sealed record BlockLayout(int Length, byte More, byte Last)
{
    public static BlockLayout Default { get; } = new(128, (byte)'0', (byte)'1');

    /// <summary>Data bytes of a block.</summary>
    public int Data => Length - 1;

    /// <summary>True for a byte that says what a data block is.</summary>
    public bool IsFlag(byte value) => value == More || value == Last;
}
