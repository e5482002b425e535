using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Bench.Load;

/// <summary>The GAP's listener: acknowledges each return by its control id and tells of its dossier.</summary>
internal sealed class ReturnSink(int port, Action<string> returned)
{
    public async Task RunAsync(TaskCompletionSource listening, CancellationToken cancellationToken)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(128);
        listening.SetResult();
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptAsync(cancellationToken), cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        using var owned = socket;
        socket.NoDelay = true;
        var buffer = new byte[256 * 1024];
        var length = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken) is var count and > 0)
            {
                length += count;
                int end;
                while ((end = buffer.AsSpan(0, length).IndexOf("\x1c\r"u8)) >= 0)
                {
                    var control = Field(buffer.AsSpan(1, end - 1), "MSH|"u8, 9);
                    returned(Field(buffer.AsSpan(1, end - 1), "\rPID|"u8, 18)[..10]);
                    buffer.AsSpan(end + 2, length - end - 2).CopyTo(buffer);
                    length -= end + 2;
                    await socket.SendAsync(Encoding.ASCII.GetBytes($"\vMSH|^~\\&|GAM|CH-EXEMPLE|BENCH|CH-EXEMPLE|20260306||ACK|A{control}|T|2.5\rMSA|AA|{control}\r\x1c\r"), cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private static string Field(ReadOnlySpan<byte> message, ReadOnlySpan<byte> segment, int number)
    {
        var rest = message[(message.IndexOf(segment) + segment.Length)..];
        for (var i = 1; i < number; i++)
        {
            rest = rest[(rest.IndexOf((byte)'|') + 1)..];
        }

        return Encoding.ASCII.GetString(rest[..rest.IndexOfAny("|\r"u8)]);
    }
}
