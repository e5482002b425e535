using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Simphonie.Cli.Tests.Running;

/// <summary>A receiver that answers everything with one code and remembers what came, in order.</summary>
internal sealed class MllpReceiver(int port = 0, string code = "AA", string text = "") : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port);
    private readonly ConcurrentQueue<string> _received = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private Task _accepting = Task.CompletedTask;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyCollection<string> Received => _received;

    public void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Waits until the condition holds over all that was received; looks again at each arrival.</summary>
    public async Task WaitUntilAsync(Func<IReadOnlyCollection<string>, bool> condition, CancellationToken cancellationToken)
    {
        while (!condition(_received))
        {
            await _arrived.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                _ = ServeAsync(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var wire = new MllpWire(client.GetStream());
        try
        {
            while (await wire.ReadAsync(_stopping.Token) is { } message)
            {
                _received.Enqueue(message);
                _arrived.Release();
                var fields = message.Split('\r')[0].Split('|');
                await wire.WriteAsync($"MSH|^~\\&|RECEIVER|X|HUB|X|20240101000000||ACK|A{fields[9]}|{fields[10]}|2.5\rMSA|{code}|{fields[9]}|{text}\r", _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The hub was killed: that is what the test does.
        }
    }
}
