using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Simphonie.Contracts.Endpoints;

namespace Simphonie.Channels.Tests.Contracts;

/// <summary>
/// A peer that answers each message, or breaks the exchange where a test says. Protocol and TLS are given:
/// reading gives the body of the next message, null when the connection ended; answering gives the bytes to answer with.
/// </summary>
internal sealed class BreakingPeer : IAsyncDisposable
{
    private readonly Func<Stream, Task<byte[]?>> _read;
    private readonly Func<byte[], byte[]> _answer;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly List<byte[]> _received = [];
    private readonly List<Socket> _open = [];
    private readonly Lock _gate = new();
    private TcpListener _listener;
    private Task _accepting;
    private PeerBreak? _break;
    private bool _closed;

    public BreakingPeer(Func<Stream, Task<byte[]?>> read, Func<byte[], byte[]> answer, SslServerAuthenticationOptions? tls)
    {
        (_read, _answer, _tls) = (read, answer, tls);
        (_listener, _accepting) = Listen(0);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public static IReadOnlySet<PeerBreak> Breaks { get; } = Enum.GetValues<PeerBreak>().ToHashSet();

    public int Port { get; }

    public IReadOnlyList<byte[]> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    public void Break(PeerBreak? at)
    {
        var wasAway = _break == PeerBreak.Unreachable;
        _break = at;
        if (at == PeerBreak.Unreachable)
        {
            _listener.Stop();
            CloseConnections();
        }
        else if (wasAway)
        {
            (_listener, _accepting) = Listen(Port);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        CloseConnections();
        await _accepting.WaitAsync(TimeSpan.FromSeconds(20)); // all connections are closed: only a broken test waits for it
    }

    private (TcpListener Listener, Task Accepting) Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _closed = false;
        return (listener, AcceptAsync(listener));
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                lock (_gate)
                {
                    if (_closed)
                    {
                        socket.Close(timeout: 0); // it came in while the listener was being stopped
                        continue;
                    }

                    _open.Add(socket);
                }

                serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving); // the listener was stopped, in an accept or between two
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            Stream stream = new NetworkStream(socket);
            if (_tls is not null)
            {
                var ssl = new SslStream(stream);
                await ssl.AuthenticateAsServerAsync(_tls);
                stream = ssl;
            }

            while (_break != PeerBreak.BeforeFirstByte && await _read(stream) is { } message && _break != PeerBreak.AfterLastByte)
            {
                var answer = _answer(message);
                if (_break == PeerBreak.DuringAnswer)
                {
                    await stream.WriteAsync(answer.AsMemory(0, answer.Length / 2));
                    break;
                }

                lock (_gate)
                {
                    _received.Add(message);
                }

                await stream.WriteAsync(answer);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            TestContext.Out.WriteLine($"a connection ended: {exception.GetType().Name}");
        }
        finally
        {
            socket.Close(timeout: 0); // a reset, not an orderly end
        }
    }

    private void CloseConnections()
    {
        lock (_gate)
        {
            _closed = true;
            _open.ForEach(socket => socket.Close(timeout: 0));
            _open.Clear();
        }
    }
}
