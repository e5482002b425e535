using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>A peer that does with each message what the test says, then keeps the connection or not.</summary>
internal sealed class ScriptedPeer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ScriptedPeer() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Received { get; } = [];

    /// <summary>Serves one connection with a script: it gets the socket and a way to read the next message.</summary>
    public async Task ServeAsync(Func<NetworkStream, Func<Task<string>>, Task> script, CancellationToken cancellationToken)
    {
        using var socket = await _listener.AcceptSocketAsync(cancellationToken);
        await using var stream = new NetworkStream(socket);
        await script(stream, () => ReadAsync(stream, cancellationToken));
    }

    public static byte[] Acknowledge(string code, string controlId, string rest = "") =>
        MllpSite.Frame($"MSH|^~\\&|P|X|H|X|2024||ACK|{controlId}A|D|2.5\rMSA|{code}|{controlId}\r{rest}");

    /// <summary>Closes so that the other side sees a reset.</summary>
    public static void Reset(NetworkStream stream)
    {
        stream.Socket.LingerState = new LingerOption(true, 0);
        stream.Socket.Close();
    }

    public void Dispose() => _listener.Dispose();

    private async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var message = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            message.Add(one[0]);
            if (message.Count > 2 && message[^2] == 0x1C && message[^1] == 0x0D)
            {
                var text = Encoding.Latin1.GetString([.. message[1..^2]]);
                Received.Add(text);
                return text;
            }
        }

        throw new IOException("the endpoint closed");
    }
}
