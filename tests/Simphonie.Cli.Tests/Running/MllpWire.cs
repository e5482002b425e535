using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Cli.Tests.Running;

/// <summary>MLLP written a second time, naively, so that the tests do not check the product against itself.</summary>
internal sealed class MllpWire(Stream stream) : IDisposable
{
    private readonly List<byte> _received = [];

    public static async Task<MllpWire> ConnectAsync(int port, CancellationToken cancellationToken)
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

    public async Task WriteAsync(string message, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes("\v" + message + "\x1c\r"), cancellationToken);

    /// <summary>Bytes as they are, without a frame.</summary>
    public async Task WriteRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Says that nothing more comes; what is answered can still be read.</summary>
    public void EndSending() => ((NetworkStream)stream).Socket.Shutdown(SocketShutdown.Send);

    /// <summary>The next message; null when the other side closed.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        while (true)
        {
            var end = _received.IndexOf(0x1C);
            if (end >= 0 && end + 1 < _received.Count)
            {
                var message = Encoding.Latin1.GetString([.. _received[1..end]]);
                _received.RemoveRange(0, end + 2);
                return message;
            }

            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                return null;
            }

            _received.AddRange(buffer.AsSpan(0, count));
        }
    }

    public async Task<string?> AskAsync(string message, CancellationToken cancellationToken)
    {
        await WriteAsync(message, cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public void Dispose() => stream.Dispose();
}
