using System.Buffers;
using System.Buffers.Text;

namespace Simphonie.Channels.Mail.Mime;

/// <summary>Base64 as mail carries it: lines of 76 characters that end with CRLF (RFC 2045, 6.8).</summary>
internal static class Base64Lines
{
    private const int BytesOfLine = 57;

    public static void Write(ReadOnlySpan<byte> bytes, IBufferWriter<byte> writer)
    {
        while (!bytes.IsEmpty)
        {
            var line = bytes[..Math.Min(BytesOfLine, bytes.Length)];
            var room = writer.GetSpan(Base64.GetMaxEncodedToUtf8Length(line.Length) + 2);
            Base64.EncodeToUtf8(line, room, out _, out var written);
            "\r\n"u8.CopyTo(room[written..]);
            writer.Advance(written + 2);
            bytes = bytes[line.Length..];
        }
    }

    /// <summary>Null when it is no base64; white space anywhere is passed over.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out var consumed, out var written) == OperationStatus.Done && text[consumed..].Trim(" \t\r\n"u8).IsEmpty
            ? bytes[..written]
            : null;
    }
}
