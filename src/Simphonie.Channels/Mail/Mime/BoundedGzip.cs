using System.IO.Compression;

namespace Simphonie.Channels.Mail.Mime;

/// <summary>Compresses and unpacks, never beyond a limit.</summary>
internal static class BoundedGzip
{
    private const int Chunk = 64 * 1024;

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Unpacks; <paramref name="tooLarge"/> when it would be more than <paramref name="most"/> bytes. Null then, or when it is no gzip.</summary>
    public static byte[]? Unpack(ReadOnlyMemory<byte> packed, long most, out bool tooLarge)
    {
        tooLarge = false;
        using var unpacked = new MemoryStream();
        var buffer = new byte[Chunk];
        try
        {
            using var source = new MemoryStream(packed.ToArray(), writable: false);
            using var gzip = new GZipStream(source, CompressionMode.Decompress);
            while (gzip.Read(buffer) is var count and > 0)
            {
                if (unpacked.Length + count > most)
                {
                    tooLarge = true;
                    return null;
                }

                unpacked.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return unpacked.ToArray();
    }
}
