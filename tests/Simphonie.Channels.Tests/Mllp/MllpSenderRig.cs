using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Simphonie.Channels.Mllp;
using Simphonie.Channels.Tests.Contracts;
using Simphonie.Channels.Tls;
using Simphonie.Contracts.Channels;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>An MLLP listener and a sender that waits for its acknowledgement.</summary>
internal sealed class MllpSenderRig(IIntake intake, Wire wire, TestAuthority? authority) : IInboundRig
{
    private readonly MllpInbound _channel = new(
        new() { Name = "gap-adt", Listen = new(IPAddress.Loopback, 0), Tls = wire == Wire.Plain ? null : TlsOptions.Server(authority!.Server(clientRequired: wire == Wire.MutualTls)) },
        MllpSite.Services(intake, TimeProvider.System));

    private readonly TcpClient _client = new();
    private Stream _stream = Stream.Null;
    private readonly TaskCompletionSource<SenderState> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IInboundChannel Channel => _channel;

    public byte[] Body { get; } = Encoding.Latin1.GetBytes(MllpSite.Message("1"));

    public SenderState Now => _told.Task.IsCompletedSuccessfully ? _told.Task.Result : SenderState.Waiting;

    public async Task SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        await _client.ConnectAsync(_channel.LocalEndPoint!, cancellationToken);
        _stream = _client.GetStream();
        if (wire != Wire.Plain)
        {
            var tls = new SslStream(_stream);
            await tls.AuthenticateAsClientAsync(TlsOptions.Client(authority!.Client(certificate: wire == Wire.MutualTls), "127.0.0.1"), cancellationToken);
            _stream = tls;
        }

        await _stream.WriteAsync(MllpSite.Frame(Encoding.Latin1.GetString(body)), cancellationToken);
        _ = ListenAsync();
    }

    public Task<SenderState> StateAsync(CancellationToken cancellationToken) => _told.Task.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _stream.DisposeAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _channel.StopAsync(stop.Token);
        await _channel.DisposeAsync();
    }

    private async Task ListenAsync()
    {
        try
        {
            _told.SetResult(await AnswerAsync());
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            _told.SetResult(SenderState.ToSendAgain); // a connection that breaks is no answer
        }
    }

    private async Task<SenderState> AnswerAsync()
    {
        var answer = Encoding.Latin1.GetString(await MllpWire.ReadAsync(_stream) ?? []);
        var code = answer.Split('\r').SingleOrDefault(line => line.StartsWith("MSA|", StringComparison.Ordinal))?.Split('|')[1];
        return code switch
        {
            "AA" => SenderState.Acknowledged,
            "AE" when answer.Contains("|207^", StringComparison.Ordinal) => SenderState.ToSendAgain,
            "AE" or "AR" => SenderState.Refused,
            _ => SenderState.ToSendAgain,
        };
    }
}
