using System.Net.Sockets;
using System.Text.Json;

namespace Simphonie.Cli.Control;

/// <summary>Sends one command to the hub that runs on a data directory.</summary>
internal static class ControlClient
{
    /// <summary>The hub's answer; null when no hub listens there.</summary>
    public static async Task<ControlResponse?> SendAsync(string dataDirectory, ControlRequest request, CancellationToken cancellationToken)
    {
        var path = ControlSocket.PathIn(dataDirectory);
        using var socket = ControlSocket.Create();
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        }
        catch (SocketException)
        {
            return null;
        }

        await using var stream = new NetworkStream(socket);
        await JsonSerializer.SerializeAsync(stream, request, ControlJson.Default.ControlRequest, cancellationToken);
        stream.WriteByte((byte)'\n');
        await stream.FlushAsync(cancellationToken);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(cancellationToken) ?? throw new IOException("The hub closed the control connection without an answer; ask again with the same command.");
        return JsonSerializer.Deserialize(line, ControlJson.Default.ControlResponse);
    }
}
