using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Bench.Month;

/// <summary>A GAP of its own process that posts invoices at the FHIR door, one at a time on each of its connections, and waits until each is kept.</summary>
internal static class MonthLoad
{
    /// <summary>Posts invoices by their numbers. Throws when one was not kept.</summary>
    public static async Task RunAsync(int port, int connections, int first, int count, CancellationToken cancellationToken)
    {
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => PostAsync(port, () => Interlocked.Increment(ref next), first + count, cancellationToken), cancellationToken)));
    }

    private static async Task PostAsync(int port, Func<int> next, int end, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        var claims = new MonthClaims();
        var length = claims.Of(1).Length;
        var head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"POST /fhir HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/fhir+json\r\nContent-Length: {length}\r\n\r\n"));
        var request = new byte[head.Length + length];
        head.CopyTo(request, 0);
        var answer = new byte[4096];
        for (var number = next(); number < end; number = next())
        {
            claims.Of(number).CopyTo(request.AsMemory(head.Length));
            await socket.SendAsync(request, cancellationToken);
            await KeptAsync(socket, answer, number, cancellationToken);
        }
    }

    /// <summary>The door answers with a status and no body.</summary>
    private static async Task KeptAsync(Socket socket, byte[] answer, int number, CancellationToken cancellationToken)
    {
        var length = 0;
        do
        {
            var count = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
            length += count > 0 ? count : throw new IOException("the hub closed the connection");
        }
        while (!answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8));

        if (!answer.AsSpan().StartsWith("HTTP/1.1 201"u8))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"invoice {number} was answered {Encoding.ASCII.GetString(answer, 0, Math.Min(length, 12))}: there is nothing to measure."));
        }
    }
}
