using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mllp;

/// <summary>Listens for MLLP connections; each is served by a <see cref="MllpConnection"/> of its own.</summary>
internal sealed class MllpInbound : IInboundChannel
{
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromSeconds(1);

    private readonly MllpInboundSettings _settings;
    private readonly ChannelServices _services;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<MllpConnection, Task> _connections = new();
    private readonly CancellationTokenSource _stopping = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private ITimer? _sweep;

    public MllpInbound(MllpInboundSettings settings, ChannelServices services)
    {
        _settings = settings;
        _services = services;
        _log = services.Logs.CreateLogger("Simphonie.Mllp");
    }

    public string Name => _settings.Name;

    /// <summary>Where it listens; the port is the one the system chose when the settings say 0.</summary>
    public IPEndPoint? LocalEndPoint => (IPEndPoint?)_listener?.LocalEndPoint;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var listener = new Socket(_settings.Listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(_settings.Listen);
            listener.Listen(512);
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            var text = $"Channel {Name} cannot listen on {_settings.Listen}: {exception.SocketErrorCode}. {MllpCodes.PortTaken.Help}";
            throw new ChannelStartException(Diagnostic.Of(MllpCodes.PortTaken, Place.Whole, text), exception);
        }

        _listener = listener;
        _accepting = AcceptAsync(listener);
        _sweep = _services.Time.CreateTimer(_ => Sweep(), null, SweepPeriod, SweepPeriod);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _listener?.Dispose();
        await _accepting;
        if (_sweep is not null)
        {
            await _sweep.DisposeAsync();
        }

        foreach (var connection in _connections.Keys)
        {
            connection.StopReceiving();
        }

        try
        {
            await Task.WhenAll(_connections.Values).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Time is up: what was not acknowledged is sent again by its sender.
            foreach (var connection in _connections.Keys)
            {
                connection.Abort();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        await Task.WhenAll(_connections.Values);
        _stopping.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException exception)
            {
                // A client that went away between its handshake and our accept; the listener itself is well.
                MllpLog.AcceptFailed(_log, Name, exception.SocketErrorCode.ToString());
                continue;
            }

            if (_connections.Count >= _settings.Connections)
            {
                MllpLog.TooManyConnections(_log, Name, _settings.Connections);
                socket.Dispose();
                continue;
            }

            var connection = new MllpConnection(socket, _settings, _services, _log);
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _connections[connection] = done.Task;
            _ = ServeAsync(connection, done);
        }
    }

    private async Task ServeAsync(MllpConnection connection, TaskCompletionSource done)
    {
        try
        {
            await Task.Yield();
            await connection.RunAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            MllpLog.ConnectionEnded(_log, Name, exception.GetType().Name);
        }
        catch (Exception exception)
        {
            // The journal is broken or there is a bug: this connection gives no acknowledgement, so its sender will send again.
            MllpLog.ConnectionFailed(_log, Name, exception.GetType().Name);
        }
        finally
        {
            connection.Dispose();
            _connections.TryRemove(connection, out _);
            done.SetResult();
        }
    }

    private void Sweep()
    {
        var now = _services.Time.GetTimestamp();
        foreach (var connection in _connections.Keys)
        {
            connection.EndIfTooSlow(now);
        }
    }
}
