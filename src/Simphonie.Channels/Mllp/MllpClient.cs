using System.Net.Security;
using System.Net.Sockets;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Channels.Mllp;

/// <summary>One outgoing connection: writes a frame, reads its acknowledgement.</summary>
internal sealed class MllpClient(MllpEndpointSettings settings, TimeProvider time) : IDisposable
{
    private static readonly byte[] Start = [MllpBytes.StartBlock];
    private static readonly byte[] End = [MllpBytes.EndBlock, MllpBytes.CarriageReturn];

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ReceiveBuffer _buffer = new();
    private Stream _stream = Stream.Null;
    private long _usedAt;

    /// <summary>
    /// False when the peer has closed, when bytes lie there that nobody asked for (a late acknowledgement), or after a long pause:
    /// found out before a message is written, so that "nothing left this machine" stays true.
    /// </summary>
    public bool IsUsable =>
        _buffer.Length == 0 && time.GetElapsedTime(_usedAt) < settings.Idle && _socket.Connected && !_socket.Poll(0, SelectMode.SelectRead);

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.ConnectTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _socket.ConnectAsync(settings.Host, settings.Port, both.Token);
            _stream = new NetworkStream(_socket, ownsSocket: false);
            if (settings.Tls is not null)
            {
                var tls = new SslStream(_stream);
                await tls.AuthenticateAsClientAsync(settings.Tls, both.Token);
                _stream = tls;
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>Sends and waits; says whether the connection may carry another message.</summary>
    public async ValueTask<(DeliveryOutcome Outcome, bool Reusable)> ExchangeAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(request.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var begun = false;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            begun = true;
            await WriteAsync(request.Body, both.Token);
            while (true)
            {
                var answer = await ReadAsync(both.Token);
                if (answer is null)
                {
                    return (Unknown(MllpCodes.ConnectionLost), false);
                }

                var (outcome, final) = AcknowledgementOutcome.Of(answer.Value, request.PeerIdentity, settings);
                if (final)
                {
                    _usedAt = time.GetTimestamp();
                    return (outcome, outcome is not DeliveryOutcome.Unknown && _buffer.Length == 0);
                }
            }
        }
        catch (OperationCanceledException) when (begun)
        {
            return (Unknown(MllpCodes.NoAcknowledgement), false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return (Unknown(MllpCodes.ConnectionLost), false);
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
        _buffer.Dispose();
    }

    private DeliveryOutcome.Unknown Unknown(DiagnosticCode code) =>
        new(Diagnostic.Of(code, Place.Whole, $"Endpoint {settings.Name}: {code.Title} {code.Help}"));

    private async Task WriteAsync(Payload body, CancellationToken cancellationToken)
    {
        if (body is InlinePayload inline)
        {
            // One write, so that a small message is one segment on the wire.
            var frame = new byte[inline.Bytes.Length + 3];
            frame[0] = MllpBytes.StartBlock;
            inline.Bytes.Span.CopyTo(frame.AsSpan(1));
            frame[^2] = MllpBytes.EndBlock;
            frame[^1] = MllpBytes.CarriageReturn;
            await _stream.WriteAsync(frame, cancellationToken);
        }
        else
        {
            await _stream.WriteAsync(Start, cancellationToken);
            await using var content = body.OpenRead();
            await content.CopyToAsync(_stream, cancellationToken);
            await _stream.WriteAsync(End, cancellationToken);
        }

        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>The next frame's body, copied; null when the connection ended or the answer is too large.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var data = _buffer.Data;
            var scan = FrameScanner.Scan(data.Span);
            switch (scan.Kind)
            {
                case FrameKind.Frame or FrameKind.FrameWithoutEnd:
                    var body = data[scan.BodyStart..scan.BodyEnd].ToArray();
                    _buffer.Consume(scan.Consumed);
                    return body;
                case FrameKind.Unframed or FrameKind.Large:
                    return null;
                default:
                    var count = await _stream.ReadAsync(_buffer.Room(), cancellationToken);
                    if (count == 0)
                    {
                        return null;
                    }

                    _buffer.Received(count);
                    break;
            }
        }
    }
}
