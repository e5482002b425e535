using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Mllp;
using Simphonie.Channels.Tests.Fakes;
using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>An MLLP listener on a port of the system's choice, with an intake that a test controls.</summary>
internal sealed class MllpSite : IAsyncDisposable
{
    private readonly MllpInbound _inbound;

    private MllpSite(MllpInbound inbound, RecordingIntake intake)
    {
        _inbound = inbound;
        Intake = intake;
    }

    public RecordingIntake Intake { get; }

    public IPEndPoint Address => _inbound.LocalEndPoint!;

    public static async Task<MllpSite> StartAsync(CancellationToken cancellationToken, Func<MllpInboundSettings, MllpInboundSettings>? change = null, TimeProvider? time = null, string? applicationAcks = null)
    {
        var intake = new RecordingIntake();
        var settings = new MllpInboundSettings { Name = "gap-adt", Listen = new(IPAddress.Loopback, 0) };
        var inbound = new MllpInbound(change?.Invoke(settings) ?? settings, Services(intake, time ?? TimeProvider.System) with { ApplicationAckChannel = _ => applicationAcks });
        await inbound.StartAsync(cancellationToken);
        return new(inbound, intake);
    }

    public static ChannelServices Services(IIntake intake, TimeProvider time) => new()
    {
        Intake = intake,
        Interactive = null!,
        Formats = new Dictionary<string, IFormat>(),
        Schemas = null!,
        Logs = NullLoggerFactory.Instance,
        Time = time,
        World = World.Test,
        Establishment = "750000010",
        Hub = "hub-test",
        Journal = null!,
    };

    public Task StopAsync(CancellationToken cancellationToken) => _inbound.StopAsync(cancellationToken);

    public async Task<NetworkStream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Address, cancellationToken);
        return new(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _inbound.StopAsync(stop.Token);
        await _inbound.DisposeAsync();
    }

    public static string Message(string controlId, string modes = "") =>
        $"MSH|^~\\&|GAM|CHU-X|HUB|CHU-X|20240306111154||ADT^A01^ADT_A01|{controlId}|D|2.5{modes}\rPID|1\r";

    public static byte[] Frame(string message) => Encoding.Latin1.GetBytes("\v" + message + "\x1c\r");

    /// <summary>Reads until so many frames have come or the other side closed; gives MSA lines.</summary>
    public static async Task<string[]> ReadAnswersAsync(NetworkStream stream, int count, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (text.ToString().Count(character => character == '\x1c') < count)
        {
            var read = await stream.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return [.. text.ToString().Split('\r').Where(line => line.StartsWith("MSA", StringComparison.Ordinal))];
    }
}
