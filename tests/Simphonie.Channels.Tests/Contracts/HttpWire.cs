using System.Globalization;
using System.Text;

namespace Simphonie.Channels.Tests.Contracts;

/// <summary>HTTP/1.1 with bodies of a known length, by hand: as little as a peer needs.</summary>
internal static class HttpWire
{
    /// <summary>The body of the next request; null when the connection ended before it was whole.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!EndsWithBlankLine(head))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var length = head.ToString().Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..];
        var body = new byte[int.Parse(length, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false) == body.Length ? body : null;
    }

    public static byte[] Answer(int status, string contentType, string body) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private static bool EndsWithBlankLine(StringBuilder head) =>
        head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}
