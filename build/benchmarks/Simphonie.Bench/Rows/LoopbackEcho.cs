using System.Net;
using System.Net.Sockets;

namespace Simphonie.Bench.Rows;

/// <summary>The machine's limit beside MLLP: messages of the same length to a listener that writes 100 bytes back, client and listener in this process.</summary>
internal static class LoopbackEcho
{
    private const int AnswerLength = 100;

    public static async Task<double> RunAsync(int connections, TimeSpan measured, CancellationToken cancellationToken)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(connections);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = Enumerable.Range(0, connections).Select(async _ => await ServeAsync(await listener.AcceptAsync(cancellationToken), cancellationToken)).ToArray();
        over.CancelAfter(measured);
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync((IPEndPoint)listener.LocalEndPoint!, over.Token), cancellationToken)));
        await Task.WhenAll(serving);
        return counts.Sum() / measured.TotalSeconds;
    }

    private static async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        using var owned = socket;
        socket.NoDelay = true;
        var buffer = new byte[BenchMessages.Length];
        while (await FillAsync(socket, buffer, cancellationToken))
        {
            await socket.SendAsync(buffer.AsMemory(0, AnswerLength), cancellationToken);
        }
    }

    private static async Task<long> AskAsync(IPEndPoint listener, CancellationToken over)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(listener, CancellationToken.None);
        var message = new byte[BenchMessages.Length];
        var answer = new byte[AnswerLength];
        long count = 0;
        while (!over.IsCancellationRequested)
        {
            await socket.SendAsync(message, CancellationToken.None);
            if (!await FillAsync(socket, answer, CancellationToken.None))
            {
                break;
            }

            count++;
        }

        return count;
    }

    private static async Task<bool> FillAsync(Socket socket, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        for (var length = 0; length < buffer.Length;)
        {
            var count = await socket.ReceiveAsync(buffer[length..], cancellationToken);
            if (count == 0)
            {
                return false;
            }

            length += count;
        }

        return true;
    }
}
