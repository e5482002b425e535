using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Cli.Tests.Running;

/// <summary>HTTP/1.1 written by hand over a bare socket, so that a test can send what no client library would.</summary>
internal sealed class HttpWire : IDisposable
{
    private readonly NetworkStream _stream;
    private readonly List<byte> _received = [];

    private HttpWire(NetworkStream stream) => _stream = stream;

    public static async Task<HttpWire> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new(new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A whole request with the length of its body.</summary>
    public static byte[] Post(string path, string type, ReadOnlySpan<byte> body, string headers = "") =>
        [.. Encoding.Latin1.GetBytes($"POST {path} HTTP/1.1\r\nHost: hub\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body];

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _stream.WriteAsync(bytes, cancellationToken);

    public ValueTask WriteAsync(string text, CancellationToken cancellationToken) => WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Says that nothing more comes; what is answered can still be read.</summary>
    public void EndSending() => _stream.Socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection with a reset, as a machine does that lost its power.</summary>
    public void Reset()
    {
        _stream.Socket.LingerState = new LingerOption(true, 0);
        _stream.Dispose();
    }

    /// <summary>The next answer; null when the other side closed before one was whole.</summary>
    public async Task<HttpReply?> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        while (true)
        {
            if (Take() is { } reply)
            {
                return reply;
            }

            int count;
            try
            {
                count = await _stream.ReadAsync(buffer, cancellationToken);
            }
            catch (IOException)
            {
                count = 0; // a reset: the hub has closed with bytes unread
            }

            if (count == 0)
            {
                return null;
            }

            _received.AddRange(buffer.AsSpan(0, count));
        }
    }

    public void Dispose() => _stream.Dispose();

    private HttpReply? Take()
    {
        var text = Encoding.Latin1.GetString([.. _received]);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var length = headers["Content-Length"].FirstOrDefault() is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
        if (_received.Count < end + 4 + length)
        {
            return null;
        }

        var body = Encoding.UTF8.GetString([.. _received[(end + 4)..(end + 4 + length)]]);
        _received.RemoveRange(0, end + 4 + length);
        return new(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, body);
    }
}
