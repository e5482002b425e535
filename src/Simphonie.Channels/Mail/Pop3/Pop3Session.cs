using System.Globalization;

namespace Simphonie.Channels.Mail.Pop3;

/// <summary>A session with a mailbox (RFC 1939, 2595). Deletions count only with <see cref="QuitAsync"/>.</summary>
internal sealed class Pop3Session(MailServer server) : IDisposable
{
    private const int MostMails = 100_000;
    private readonly LineConnection _connection = new();

    /// <summary>Connects, protects and logs in. Throws <see cref="Pop3Exception"/> or what sockets throw.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _connection.OpenAsync(server.Host, server.Port, server.Security == MailSecurity.Tls ? server.Tls : null, cancellationToken);
        await ExpectAsync("the connection", cancellationToken);
        if (server.Security == MailSecurity.StartTls)
        {
            await CommandAsync("STLS", "STLS", cancellationToken);
            await _connection.SecureAsync(server.Tls, cancellationToken);
        }

        await CommandAsync($"USER {server.User}", "USER", cancellationToken);
        await CommandAsync($"PASS {server.Password}", "PASS", cancellationToken);
    }

    /// <summary>Numbers of this session and lasting ids of all mails, in the order of the mailbox.</summary>
    public async Task<IReadOnlyList<(int Number, string Uid)>> ListAsync(CancellationToken cancellationToken)
    {
        await CommandAsync("UIDL", "UIDL", cancellationToken);
        var mails = new List<(int, string)>();
        while (await _connection.ReadLineAsync(cancellationToken) is var line && line != ".")
        {
            if (mails.Count == MostMails || line.Split(' ') is not [var number, { Length: > 0 } uid] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            {
                throw new Pop3Exception("a readable UIDL");
            }

            mails.Add((parsed, uid));
        }

        return mails;
    }

    /// <summary>
    /// The mail's bytes; when it is larger than <paramref name="most"/>, its beginning, and <c>TooLarge</c>.
    /// Throws <see cref="Pop3Exception"/> when it does not end within ten times as much.
    /// </summary>
    public async Task<(ReadOnlyMemory<byte> Mail, bool TooLarge)> RetrieveAsync(int number, long most, CancellationToken cancellationToken)
    {
        await CommandAsync(string.Create(CultureInfo.InvariantCulture, $"RETR {number}"), "RETR", cancellationToken);
        var reader = new DotReader(most);
        await _connection.ReadUntilAsync(reader, 10 * most, cancellationToken);
        return (reader.Mail, reader.IsTooLarge);
    }

    public Task DeleteAsync(int number, CancellationToken cancellationToken) =>
        CommandAsync(string.Create(CultureInfo.InvariantCulture, $"DELE {number}"), "DELE", cancellationToken);

    /// <summary>Makes deletions count.</summary>
    public Task QuitAsync(CancellationToken cancellationToken) => CommandAsync("QUIT", "QUIT", cancellationToken);

    public void Dispose() => _connection.Dispose();

    private async Task CommandAsync(string command, string what, CancellationToken cancellationToken)
    {
        await _connection.WriteLineAsync(command, cancellationToken);
        await ExpectAsync(what, cancellationToken);
    }

    private async Task ExpectAsync(string what, CancellationToken cancellationToken)
    {
        if (!(await _connection.ReadLineAsync(cancellationToken)).StartsWith("+OK", StringComparison.Ordinal))
        {
            throw new Pop3Exception(what);
        }
    }
}
