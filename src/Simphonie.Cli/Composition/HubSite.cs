using Microsoft.Extensions.Logging;
using Simphonie.Cli.Commands;
using Simphonie.Cli.Control;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;
using Simphonie.Engine;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Cli.Composition;

/// <summary>A running hub: everything of one <c>hub.yaml</c>, put together, started and stopped in the right order.</summary>
internal sealed class HubSite : IAsyncDisposable
{
    private static readonly TimeSpan s_stopWithin = TimeSpan.FromSeconds(5);

    private readonly HubParts _parts;
    private readonly ILogger _log;
    private bool _stopped;

    private HubSite(HubParts parts)
    {
        _parts = parts;
        _log = parts.Logs.CreateLogger("Simphonie.Hub");
    }

    public HubDefinition Definition => _parts.Hub;

    public HubEngine Engine => _parts.Engine;

    public SqliteJournal Journal => _parts.Journal;

    /// <summary>Starts a hub; returns when it takes messages. Throws <see cref="HubStartException"/> with everything that is in the way.</summary>
    public static async Task<HubSite> StartAsync(HubOptions options, CancellationToken cancellationToken)
    {
        var parts = await HubParts.OpenStoppedAsync(options, cancellationToken);
        try
        {
            var site = new HubSite(parts);
            await site.BeginAsync(options, cancellationToken);
            return site;
        }
        catch (ChannelStartException exception)
        {
            await parts.DisposeAsync();
            throw new HubStartException(ExitStatus.Environment, [exception.Diagnostic]);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops within the time of the token: channels take nothing more, what is in progress ends, the rest stays in the journal.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopped = true;
        CliLog.Stopping(_log);
        await Task.WhenAll(_parts.Inbound.Select(channel => channel.StopAsync(cancellationToken)));
        if (_parts.Http is { } http)
        {
            await http.StopAsync(cancellationToken);
        }

        await _parts.Engine.StopAsync(cancellationToken);
    }

    /// <summary>A hub that nobody has stopped, because something else failed, is stopped first: what is in progress would not let go of its parts.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_stopped)
        {
            using var limit = new CancellationTokenSource(s_stopWithin);
            await StopAsync(limit.Token);
        }

        await _parts.DisposeAsync();
    }

    private async Task BeginAsync(HubOptions options, CancellationToken cancellationToken)
    {
        await _parts.Engine.StartAsync(_parts.Endpoints, cancellationToken);
        if (_parts.Hub.Http is { } http)
        {
            _parts.Http = HttpHost.Create(HttpAddress.Parse(http.Listen), http.Connections, HttpTls.Of(_parts.Hub), _parts.Inbound.OfType<IHttpChannel>(), _parts.Engine, _parts.Logs);
            await _parts.Http.StartAsync(cancellationToken);
        }

        foreach (var channel in _parts.Inbound)
        {
            await channel.StartAsync(cancellationToken);
        }

        var socket = ControlSocket.PathIn(options.Data);
        if (ControlSocket.IsTooLong(socket))
        {
            throw new HubStartException(ExitStatus.Environment, [Diagnostic.Of(CommandCodes.SocketPathTooLong, Place.InFile(socket, 0, 0), CommandCodes.SocketPathTooLong.Help)]);
        }

        _parts.Control = new ControlServer(socket, new HubControl(_parts).AnswerAsync, _log);
        _parts.Control.Start();
        _parts.Definitions.Watch(TimeProvider.System);
        CliLog.Ready(_log);
    }
}
