using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Bench.Month;

/// <summary>A GAP of its own process that posts invoices at the FHIR door, one at a time on each of its connections, and waits until each is kept.</summary>
internal static class MonthLoad
{
    private const int Connections = 128;

    /// <summary>Posts invoices by their numbers. Throws when one was not kept.</summary>
    public static Task InvoicesAsync(int port, int first, int count, CancellationToken cancellationToken) =>
        RunAsync(port, first, count, static () => new MonthClaims().Of, cancellationToken);

    /// <summary>Posts the rights of the first of the insured.</summary>
    public static Task RightsAsync(int port, int people, CancellationToken cancellationToken) =>
        RunAsync(port, 0, people, static () => static person => MonthClaims.Rights(person), cancellationToken);

    private static async Task RunAsync(int port, int first, int count, Func<Func<int, ReadOnlyMemory<byte>>> bodies, CancellationToken cancellationToken)
    {
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(
            () => PostAsync(port, () => Interlocked.Increment(ref next), first + count, bodies(), cancellationToken),
            cancellationToken)));
    }

    private static async Task PostAsync(int port, Func<int> next, int end, Func<int, ReadOnlyMemory<byte>> bodyOf, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        byte[] request = [];
        var answer = new byte[4096];
        for (var number = next(); number < end; number = next())
        {
            var body = bodyOf(number);
            var length = Head(ref request, port, body.Length);
            body.CopyTo(request.AsMemory(length));
            await socket.SendAsync(request.AsMemory(0, length + body.Length), cancellationToken);
            await KeptAsync(socket, answer, number, cancellationToken);
        }
    }

    /// <summary>All bodies of a run have one length: the head is written once, with room for the body behind it.</summary>
    private static int Head(ref byte[] request, int port, int length)
    {
        if (request.Length == 0)
        {
            var head = Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"POST /fhir HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/fhir+json\r\nContent-Length: {length}\r\n\r\n"));
            request = new byte[head.Length + length];
            head.CopyTo(request, 0);
        }

        return request.Length - length;
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
