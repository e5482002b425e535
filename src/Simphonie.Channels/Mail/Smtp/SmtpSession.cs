using System.Globalization;
using System.Text;

namespace Simphonie.Channels.Mail.Smtp;

/// <summary>A session with a submission server (RFC 5321, 4954, 3207): one mail, then the end.</summary>
internal sealed class SmtpSession(MailServer server, string hello) : IDisposable
{
    private const int MostLines = 100;
    private readonly LineConnection _connection = new();

    /// <summary>True once the end of the mail has begun to leave: from then on the server may have it.</summary>
    public bool MayBeTaken { get; private set; }

    /// <summary>Connects, protects and logs in. Throws <see cref="SmtpException"/> or what sockets throw.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _connection.OpenAsync(server.Host, server.Port, server.Security == MailSecurity.Tls ? server.Tls : null, cancellationToken);
        await ExpectAsync(SmtpPhase.Greeting, 220, cancellationToken);
        var offers = await HelloAsync(cancellationToken);
        if (server.Security == MailSecurity.StartTls)
        {
            await CommandAsync("STARTTLS", SmtpPhase.Tls, 220, cancellationToken);
            await _connection.SecureAsync(server.Tls, cancellationToken);
            offers = await HelloAsync(cancellationToken);
        }

        if (server.User is not null)
        {
            await LoginAsync(offers, cancellationToken);
        }
    }

    /// <summary>Sends the mail and gives the server's last word. Throws <see cref="SmtpException"/> when it is refused before its end.</summary>
    public async Task<SmtpReply> SendAsync(string from, string to, ReadOnlyMemory<byte> mail, CancellationToken cancellationToken)
    {
        await CommandAsync($"MAIL FROM:<{from}>", SmtpPhase.Sender, 250, cancellationToken);
        await CommandAsync($"RCPT TO:<{to}>", SmtpPhase.Recipient, 250, cancellationToken);
        await CommandAsync("DATA", SmtpPhase.Data, 354, cancellationToken);
        await _connection.WriteAsync(SmtpStuffing.Body(mail.Span), cancellationToken);
        MayBeTaken = true;
        await _connection.WriteAsync(SmtpStuffing.End, cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Says goodbye; nobody waits for the answer.</summary>
    public Task QuitAsync(CancellationToken cancellationToken) => _connection.WriteLineAsync("QUIT", cancellationToken);

    public void Dispose() => _connection.Dispose();

    private async Task<SmtpReply> HelloAsync(CancellationToken cancellationToken) => await CommandAsync($"EHLO {hello}", SmtpPhase.Hello, 250, cancellationToken);

    private async Task LoginAsync(SmtpReply offers, CancellationToken cancellationToken)
    {
        var mechanisms = offers.Lines.FirstOrDefault(static line => line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?.Split(' ') ?? [];
        if (mechanisms.Contains("LOGIN", StringComparer.OrdinalIgnoreCase) && !mechanisms.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            await CommandAsync("AUTH LOGIN", SmtpPhase.Login, 334, cancellationToken);
            await CommandAsync(Encode(server.User!), SmtpPhase.Login, 334, cancellationToken);
            await CommandAsync(Encode(server.Password ?? ""), SmtpPhase.Login, 235, cancellationToken);
            return;
        }

        await CommandAsync("AUTH PLAIN " + Encode($"\0{server.User}\0{server.Password}"), SmtpPhase.Login, 235, cancellationToken);
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<SmtpReply> CommandAsync(string command, SmtpPhase phase, int expected, CancellationToken cancellationToken)
    {
        await _connection.WriteLineAsync(command, cancellationToken);
        return await ExpectAsync(phase, expected, cancellationToken);
    }

    private async Task<SmtpReply> ExpectAsync(SmtpPhase phase, int expected, CancellationToken cancellationToken)
    {
        var reply = await ReadAsync(cancellationToken);
        return reply.Code == expected || (phase == SmtpPhase.Recipient && reply.Code == 251) ? reply : throw new SmtpException(reply, phase);
    }

    private async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await _connection.ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new IOException("The server's reply is none of SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new(code, lines);
            }
        }

        throw new IOException("The server's reply has no end.");
    }
}
