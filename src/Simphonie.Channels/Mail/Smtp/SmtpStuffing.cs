using System.Buffers;

namespace Simphonie.Channels.Mail.Smtp;

/// <summary>Makes a mail transparent for DATA: a line that begins with a dot gets another one, and the end is a dot on a line of its own (RFC 5321, 4.5.2).</summary>
internal static class SmtpStuffing
{
    /// <summary>The lines of the mail as they go on the wire, without the end.</summary>
    public static ReadOnlyMemory<byte> Body(ReadOnlySpan<byte> mail)
    {
        var writer = new ArrayBufferWriter<byte>(mail.Length + 16);
        var rest = mail;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..(end + 1)];
            if (line[0] == '.')
            {
                writer.Write("."u8);
            }

            writer.Write(line);
            rest = rest[line.Length..];
        }

        if (!mail.EndsWith("\r\n"u8))
        {
            writer.Write("\r\n"u8);
        }

        return writer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> End { get; } = ".\r\n"u8.ToArray();
}
