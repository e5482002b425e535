using System.Net.Security;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Shared;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mllp;

/// <summary>
/// Serves one connection: all frames of a read go to intake in their order, and their acknowledgements leave in that order,
/// each only after its own commit.
/// </summary>
internal sealed class MllpConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly MllpInboundSettings _settings;
    private readonly ChannelServices _services;
    private readonly ILogger _log;
    private readonly ReceiveBuffer _buffer = new();
    private readonly AcknowledgementWriter _answers;
    private readonly List<PendingFrame> _pending = [];
    /// <summary>Never disposed: the listener's stop and its sweep may cancel it in the moment when the connection ends; without a timer it holds nothing.</summary>
    private readonly CancellationTokenSource _receiving = new();
    private Stream _stream = Stream.Null;
    private string? _peer;
    private long _lastByte;
    private long _frameBegan;

    public MllpConnection(Socket socket, MllpInboundSettings settings, ChannelServices services, ILogger log)
    {
        _socket = socket;
        _settings = settings;
        _services = services;
        _log = log;
        _answers = new AcknowledgementWriter(settings.Name, services);
        _lastByte = services.Time.GetTimestamp();
        socket.NoDelay = true;
    }

    public async Task RunAsync()
    {
        _stream = new NetworkStream(_socket, ownsSocket: false);
        if (_settings.Tls is not null)
        {
            var tls = new SslStream(_stream);
            await tls.AuthenticateAsServerAsync(_settings.Tls, _receiving.Token);
            _stream = tls;
            _peer = tls.RemoteCertificate?.Subject;
        }

        while (true)
        {
            var large = StartFrames();
            if (_pending.Count > 0)
            {
                await AnswerPendingAsync();
                continue;
            }

            if (large)
            {
                if (!await ReceiveLargeAsync())
                {
                    return;
                }

                continue;
            }

            if (_receiving.IsCancellationRequested || await ReceiveAsync() == 0)
            {
                await KeepRemainderAsync();
                return;
            }
        }
    }

    /// <summary>Lets what has arrived be acknowledged, then ends.</summary>
    public void StopReceiving() => _receiving.Cancel();

    /// <summary>Ends at once.</summary>
    public void Abort() => _socket.Dispose();

    /// <summary>Ends a connection on which nothing arrives, or whose frame takes longer than a frame may.</summary>
    public void EndIfTooSlow(long now)
    {
        var began = Interlocked.Read(ref _frameBegan);
        var quiet = _services.Time.GetElapsedTime(Interlocked.Read(ref _lastByte), now);
        var slow = began != 0 && _services.Time.GetElapsedTime(began, now) > _settings.FrameTime;
        if (_receiving.IsCancellationRequested)
        {
            if (quiet > 2 * _settings.Idle)
            {
                // It does not even read its acknowledgements.
                Abort();
            }
        }
        else if (slow || quiet > _settings.Idle)
        {
            MllpLog.TooSlow(_log, _settings.Name);
            _receiving.Cancel();
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
        _buffer.Dispose();
    }

    /// <summary>Hands every frame that is complete to intake, without waiting; true when a large one follows.</summary>
    private bool StartFrames()
    {
        while (true)
        {
            var data = _buffer.Data;
            // Slices handed to intake must stay where they are until it has answered, so the buffer is consumed afterwards.
            var from = _pending.Count > 0 ? _pending[^1].End : 0;
            var scan = FrameScanner.Scan(data.Span[from..]);
            var body = data[(from + scan.BodyStart)..(from + scan.BodyEnd)];
            switch (scan.Kind)
            {
                case FrameKind.Frame:
                    Start(body, from + scan.Consumed, null);
                    break;
                case FrameKind.FrameWithoutEnd:
                    Start(body, from + scan.Consumed, MllpCodes.EndBlockMissing);
                    break;
                case FrameKind.Unframed:
                    Start(body, from + scan.Consumed, MllpCodes.Unframed);
                    break;
                case FrameKind.Large:
                    if (_pending.Count > 0)
                    {
                        return false;
                    }

                    _buffer.Consume(scan.Consumed);
                    return true;
                default:
                    if (_pending.Count == 0)
                    {
                        _buffer.Consume(scan.Consumed);
                        Interlocked.Exchange(ref _frameBegan, _buffer.Length == 0 ? 0 : _frameBegan == 0 ? _services.Time.GetTimestamp() : _frameBegan);
                    }

                    return false;
            }
        }
    }

    private void Start(ReadOnlyMemory<byte> body, int end, DiagnosticCode? fault)
    {
        var message = new InboundMessage
        {
            Channel = _settings.Name,
            Body = body,
            Peer = _peer,
            Inspector = fault is { Severity: Severity.Error } ? new UnreadableInspector(fault) : null,
            Findings = fault is { Severity: Severity.Warning } ? [Diagnostic.Of(fault, Place.Whole, fault.Title)] : [],
        };
        // Not cancellable: the journal may still be writing from the buffer.
        _pending.Add(new(body, end, _services.Intake.ReceiveAsync(message, CancellationToken.None)));
    }

    private async Task AnswerPendingAsync()
    {
        var index = 0;
        try
        {
            for (; index < _pending.Count; index++)
            {
                var frame = _pending[index];
                var result = await frame.Result;
                await _answers.AddAsync(frame.Body, result);
            }
        }
        catch
        {
            // The buffer may be given back only when no append reads from it any more.
            for (index++; index < _pending.Count; index++)
            {
                await _pending[index].Result.AsTask().ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }

            throw;
        }

        _buffer.Consume(_pending[^1].End);
        _pending.Clear();
        await _answers.FlushAsync(_stream);
        Interlocked.Exchange(ref _frameBegan, 0);
    }

    private async Task<bool> ReceiveLargeAsync()
    {
        var stream = new LargeFrameStream(_buffer, ReceiveOrEndAsync);
        var head = new HeadStream(stream);
        var message = new InboundMessage { Channel = _settings.Name, Stream = head, Peer = _peer };
        var result = await _services.Intake.ReceiveAsync(message, CancellationToken.None);
        var whole = await stream.DrainAsync(10 * _settings.MessageBytes, _receiving.Token);
        await _answers.AddAsync(head.Head, result);
        await _answers.FlushAsync(_stream);
        Interlocked.Exchange(ref _frameBegan, 0);
        return whole && !_receiving.IsCancellationRequested;
    }

    private async ValueTask<int> ReceiveOrEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReceiveAsync();
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private async ValueTask<int> ReceiveAsync()
    {
        try
        {
            var count = await _stream.ReadAsync(_buffer.Room(), _receiving.Token);
            _buffer.Received(count);
            Interlocked.Exchange(ref _lastByte, _services.Time.GetTimestamp());
            return count;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    /// <summary>
    /// The connection ended with bytes that are no whole frame. A message whose end block has begun is whole; everything else is kept as refused:
    /// no byte is dropped without a trace.
    /// </summary>
    private async Task KeepRemainderAsync()
    {
        var data = _buffer.Data;
        if (data.IsEmpty)
        {
            return;
        }

        var framed = data.Span[0] == MllpBytes.StartBlock;
        var body = framed ? data[1..] : data;
        var whole = framed && body.Length > 0 && body.Span[^1] == MllpBytes.EndBlock;
        if (whole)
        {
            Start(body[..^1], data.Length, MllpCodes.EndBlockMissing);
        }
        else if (body.Length > 0)
        {
            Start(body, data.Length, framed ? MllpCodes.FrameNotEnded : MllpCodes.Unframed);
        }
        else
        {
            return;
        }

        await AnswerPendingAsync();
    }

    private readonly record struct PendingFrame(ReadOnlyMemory<byte> Body, int End, ValueTask<IntakeResult> Result);
}
