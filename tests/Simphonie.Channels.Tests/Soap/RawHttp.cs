using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Channels.Tests.Soap;

/// <summary>A server that reads one request whole and then does what the test says with the bare connection.</summary>
internal sealed class RawHttp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Socket, Task> _answer;

    public RawHttp(Func<Socket, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Done = RunAsync();
    }

    public Task<string> Done { get; }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/lps");

    public static RawHttp Answering(int status, string body, string headers = "") => new(socket => SendAsync(socket, Head(status, body, headers) + body));

    public static string Head(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Type: application/soap+xml\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n";

    public static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.UTF8.GetBytes(text));

    public void Dispose() => _listener.Dispose();

    private async Task<string> RunAsync()
    {
        using var socket = await _listener.AcceptSocketAsync();
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!IsWhole(text.ToString()))
        {
            var read = await socket.ReceiveAsync(buffer);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        await _answer(socket);
        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && length is not null && Encoding.UTF8.GetByteCount(request[(end + 4)..]) >= int.Parse(length[15..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
