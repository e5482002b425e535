using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Mllp;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Simulators.Gap;

/// <summary>
/// A simulated GAP, non-normative: takes the hub's returns over MLLP, acknowledges them, and, as a GAP that tells everyone what it has integrated,
/// sends each one back to the hub under its own name and a new control id.
/// </summary>
public sealed class GapSimulator : IIntake, IAsyncDisposable
{
    private static readonly Inspection s_readable = new() { Readable = true };

    private readonly ConcurrentQueue<GapReceipt> _receipts = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimeProvider _time;
    private readonly IInboundChannel _inbound;
    private readonly IEndpoint? _echo;
    private readonly ConcurrentDictionary<Task, byte> _echoing = new();

    /// <param name="listen">Where returns arrive.</param>
    /// <param name="echoTo">The hub's MLLP channel that every return is sent back to; null: no echo.</param>
    /// <param name="logs">Logs; no payload goes there.</param>
    /// <param name="time">Clock.</param>
    public GapSimulator(IPEndPoint listen, IPEndPoint? echoTo, ILoggerFactory logs, TimeProvider time)
    {
        _time = time;
        var services = SimulatorServices.Of("gap-simulator", this, logs, time);
        var kind = new MllpChannelKind();
        _inbound = kind.CreateInbound(Settings("gap-simulator", "listen", listen), services);
        _echo = echoTo is null ? null : kind.CreateEndpoint(Settings("gap-echo", "connect", echoTo), services);
    }

    /// <summary>Everything that came, in order.</summary>
    public IReadOnlyCollection<GapReceipt> Receipts => _receipts;

    /// <summary>Echoes that the hub has acknowledged.</summary>
    public int EchoesAcknowledged { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken) => _inbound.StartAsync(cancellationToken);

    async ValueTask<IntakeResult> IIntake.ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var body = message.Body.ToArray();
        if (message.Stream is not null)
        {
            using var copy = new MemoryStream();
            await message.Stream.CopyToAsync(copy, cancellationToken);
            body = copy.ToArray();
        }

        var receipt = Read(body);
        _receipts.Enqueue(receipt);
        if (_echo is not null)
        {
            var echo = EchoAsync(receipt);
            _echoing[echo] = 0;
            _ = echo.ContinueWith(done => _echoing.TryRemove(done, out _), TaskScheduler.Default);
        }

        return new() { Disposition = IntakeDisposition.Accepted, MessageId = _receipts.Count, Inspection = s_readable };
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), _time);
        await _inbound.StopAsync(limit.Token);
        await _inbound.DisposeAsync();
        await _stopping.CancelAsync();
        await Task.WhenAll(_echoing.Keys);
        if (_echo is not null)
        {
            await _echo.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private async Task EchoAsync(GapReceipt receipt)
    {
        // The hub must have its acknowledgement before it meets the echo of what it sent.
        await Task.Yield();
        var echo = Echo(receipt);
        try
        {
            var outcome = await _echo!.DeliverAsync(new($"E{receipt.ControlId}", new InlinePayload(echo), 1, TimeSpan.FromSeconds(10)), _stopping.Token);
            if (outcome is DeliveryOutcome.Delivered)
            {
                EchoesAcknowledged++;
            }
        }
        catch (OperationCanceledException)
        {
            // The simulator stops.
        }
    }

    /// <summary>The return as this GAP would tell it: sender and receiver swapped, a control id of its own.</summary>
    private static byte[] Echo(GapReceipt receipt)
    {
        var text = Encoding.Latin1.GetString(receipt.Body.Span);
        var end = text.IndexOf('\r', StringComparison.Ordinal);
        var header = text[..end].Split('|');
        (header[2], header[3], header[4], header[5]) = (header[4], header[5], header[2], header[3]);
        header[9] = "E" + receipt.ControlId;
        return Encoding.Latin1.GetBytes(string.Join('|', header) + text[end..]);
    }

    private static GapReceipt Read(ReadOnlyMemory<byte> body)
    {
        var lines = Encoding.Latin1.GetString(body.Span).Split('\r', '\n');
        var header = lines[0].Split('|');
        var patient = lines.FirstOrDefault(line => line.StartsWith("PID|", StringComparison.Ordinal))?.Split('|') ?? [];
        return new(Field(header, 9), Field(header, 8), Field(patient, 18).Split('^')[0], body);
    }

    private static string Field(string[] fields, int index) => index < fields.Length ? fields[index] : "";

    private static ChannelSettings Settings(string name, string key, IPEndPoint address)
    {
        var place = Place.Whole;
        var own = new Setting.Map([new(key, new Setting.Scalar(address.ToString(), place))], place);
        var entry = new Setting.Map([new("mllp", own), new("repeat", new Setting.Scalar("safe", place))], place);
        return new() { Name = name, Own = own, Entry = entry, BaseDirectory = Directory.GetCurrentDirectory() };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"simulated GAP, {_receipts.Count} returns");
}
