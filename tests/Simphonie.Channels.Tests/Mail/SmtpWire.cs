using System.Text;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>A server's half of SMTP over a stream, as RFC 5321 says it, without the endings that a test decides on.</summary>
internal static class SmtpWire
{
    /// <summary>The dialogue up to the end of the mail; gives the mail with the dots of DATA taken away, null when the client left before.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream)
    {
        var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 test");
        while (await reader.ReadLineAsync() is { } command)
        {
            if (command == "DATA")
            {
                await SayAsync(stream, "354 go on");
                return await MailAsync(reader);
            }

            await SayAsync(stream, command == "QUIT" ? "221 bye" : "250 fine");
        }

        return null;
    }

    private static async Task<byte[]?> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".")
            {
                return Encoding.Latin1.GetBytes(mail.ToString());
            }

            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return null;
    }

    private static async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
