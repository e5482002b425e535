using System.Buffers;

namespace Simphonie.Channels.Mail.Mime;

/// <summary>Reads quoted-printable (RFC 2045, 6.7).</summary>
internal static class QuotedPrintable
{
    /// <summary>Null when an escape is none.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> text)
    {
        var writer = new ArrayBufferWriter<byte>(text.Length + 1);
        Span<byte> one = stackalloc byte[1];
        while (!text.IsEmpty)
        {
            var equals = text.IndexOf((byte)'=');
            if (equals < 0)
            {
                writer.Write(text);
                break;
            }

            writer.Write(text[..equals]);
            text = text[(equals + 1)..];
            if (text.StartsWith("\r\n"u8) || text.StartsWith("\n"u8))
            {
                text = text[(text[0] == '\r' ? 2 : 1)..];
                continue;
            }

            if (text.Length < 2 || Convert.FromHexString(System.Text.Encoding.ASCII.GetString(text[..2]), one, out _, out _) != OperationStatus.Done)
            {
                return null;
            }

            writer.Write(one);
            text = text[2..];
        }

        return writer.WrittenSpan.ToArray();
    }
}
