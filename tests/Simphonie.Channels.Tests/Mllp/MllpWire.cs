namespace Simphonie.Channels.Tests.Mllp;

/// <summary>MLLP frames read by hand, a byte at a time.</summary>
internal static class MllpWire
{
    /// <summary>The body of the next frame; null when the connection ended before it was whole.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream)
    {
        var frame = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            frame.Add(one[0]);
            if (frame.Count > 2 && frame[^2] == 0x1C && frame[^1] == 0x0D)
            {
                return [.. frame[1..^2]];
            }
        }

        return null;
    }
}
