using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Simphonie.Channels.Mail.Pop3;

namespace Simphonie.Channels.Mail;

/// <summary>A connection of a protocol of lines (SMTP, POP3): plain, TLS from the first byte, or TLS begun later. Not thread-safe.</summary>
internal sealed class LineConnection : IDisposable
{
    private const int LongestLine = 16 * 1024;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Stream _stream = Stream.Null;
    private int _start;
    private int _end;

    /// <summary>Connects; with <paramref name="tls"/>, TLS begins at once.</summary>
    public async Task OpenAsync(string host, int port, SslClientAuthenticationOptions? tls, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(host, port, cancellationToken);
        _stream = new NetworkStream(_socket, ownsSocket: false);
        if (tls is not null)
        {
            await SecureAsync(tls, cancellationToken);
        }
    }

    /// <summary>Begins TLS. Anything that the server sent before is forgotten: it was not protected.</summary>
    public async Task SecureAsync(SslClientAuthenticationOptions tls, CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream);
        await secure.AuthenticateAsClientAsync(tls, cancellationToken);
        _stream = secure;
        _start = _end = 0;
    }

    public async Task WriteLineAsync(string line, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>A line without its end. Throws <see cref="IOException"/> when the connection ends or the line is longer than any protocol's.</summary>
    public async ValueTask<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsSpan(_start, length);
                _start += length + 1;
                return Encoding.Latin1.GetString(line.EndsWith("\r"u8) ? line[..^1] : line);
            }

            if (_end - _start > LongestLine)
            {
                throw new IOException("A line is too long.");
            }

            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Reads a mail to its end. Throws <see cref="IOException"/> when it has none within <paramref name="most"/> bytes.</summary>
    public async Task ReadUntilAsync(DotReader reader, long most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var ended = reader.TryEnd(_buffer.AsSpan(_start, _end - _start), out var taken);
            _start += taken;
            if (ended)
            {
                return;
            }

            if (reader.Seen > most)
            {
                throw new IOException("A mail has no end.");
            }

            await FillAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        var count = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        if (count == 0)
        {
            throw new IOException("The connection ended.");
        }

        _end += count;
    }
}
