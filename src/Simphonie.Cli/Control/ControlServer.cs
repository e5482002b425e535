using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Simphonie.Cli.Control;

/// <summary>
/// Takes writing commands for a running hub on a local socket in its data directory (mode 0600): one JSON object a line in, one a line out.
/// </summary>
internal sealed class ControlServer(string path, Func<ControlRequest, CancellationToken, Task<ControlResponse>> handle, ILogger log) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    public void Start()
    {
        File.Delete(path);
        var listener = ControlSocket.Create();
        listener.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen(16);
        _listener = listener;
        _accepting = AcceptAsync(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener?.Dispose();
        await _accepting;
        File.Delete(path);
        _stopping.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            try
            {
                var socket = await listener.AcceptAsync(_stopping.Token);
                _ = ServeAsync(socket);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(_stopping.Token) is { } line)
            {
                var response = await AnswerAsync(line);
                await JsonSerializer.SerializeAsync(stream, response, ControlJson.Default.ControlResponse, _stopping.Token);
                stream.WriteByte((byte)'\n');
                await stream.FlushAsync(_stopping.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
        {
            CliLog.ControlClientLeft(log, exception.GetType().Name);
        }
    }

    private async Task<ControlResponse> AnswerAsync(string line)
    {
        try
        {
            var request = JsonSerializer.Deserialize(line, ControlJson.Default.ControlRequest);
            return request is null ? new(2, "An empty command was sent.", []) : await handle(request, _stopping.Token);
        }
        catch (JsonException)
        {
            return new(2, "The command is not readable.", []);
        }
    }
}
