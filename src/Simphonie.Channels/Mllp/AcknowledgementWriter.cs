using System.Buffers;
using System.Globalization;
using Simphonie.Core.Channels;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Channels.Mllp;

/// <summary>Collects the acknowledgements of one read and writes them to the connection at once, framed and in order.</summary>
internal sealed class AcknowledgementWriter(string channel, ChannelServices services)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly RecentIds _answered = new(1024);
    private readonly string? _applicationChannel = services.ApplicationAckChannel(channel);

    /// <summary>
    /// Adds what a message is answered. An application acknowledgement that goes elsewhere is kept by its intake first, so that a sender that
    /// has its accept acknowledgement can count on the other; where it could not be kept, the sender is asked to send again. It is sent once: a duplicate
    /// gives the same bytes, which that intake knows, and on the same connection it is not repeated beside an accept acknowledgement.
    /// </summary>
    public async ValueTask AddAsync(ReadOnlyMemory<byte> message, IntakeResult result)
    {
        var codes = CodesOf(message.Span, result);
        var id = (result.FirstId != 0 && result.Disposition == IntakeDisposition.Duplicate ? result.FirstId : result.MessageId).ToString(CultureInfo.InvariantCulture);
        if (codes.Application is not null && _applicationChannel is not null && !await HandOnAsync(message, codes.Application, "B" + id, result))
        {
            result = result with { Disposition = IntakeDisposition.Overloaded };
            codes = CodesOf(message.Span, result);
        }

        if (codes.First is not null)
        {
            Frame(message.Span, codes.First, "A" + id, result);
        }

        // A sender that repeats on the same connection has the application acknowledgement, or gets it with its turn; on a new one it may have been lost.
        if (codes.Application is not null && _applicationChannel is null && (_answered.Add(id) || codes.First is null))
        {
            Frame(message.Span, codes.Application, "B" + id, result);
        }
    }

    public async ValueTask FlushAsync(Stream stream)
    {
        if (_buffer.WrittenCount > 0)
        {
            await stream.WriteAsync(_buffer.WrittenMemory);
            await stream.FlushAsync();
            _buffer.ResetWrittenCount();
        }
    }

    private static AcknowledgementCodes CodesOf(ReadOnlySpan<byte> message, IntakeResult result)
    {
        var (accept, application) = AcknowledgementReader.ConditionsOf(message);
        return AcknowledgementPolicy.Decide(result.Disposition, accept, application);
    }

    /// <summary>False when intake did not keep it.</summary>
    private async ValueTask<bool> HandOnAsync(ReadOnlyMemory<byte> message, string code, string controlId, IntakeResult result)
    {
        var bytes = new ArrayBufferWriter<byte>();
        // Made at the time of receipt: made again for a duplicate, it is the same message.
        var at = result.ReceivedAt is { } received ? TimeZoneInfo.ConvertTime(received, services.Time.LocalTimeZone) : services.Time.GetLocalNow();
        AcknowledgementBuilder.Write(message.Span, code, controlId, at, result.Findings, bytes);
        var kept = await services.Intake.ReceiveAsync(new() { Channel = _applicationChannel!, Body = bytes.WrittenMemory }, CancellationToken.None);
        return kept.Disposition is IntakeDisposition.Accepted or IntakeDisposition.Duplicate;
    }

    private void Frame(ReadOnlySpan<byte> message, string code, string controlId, IntakeResult result)
    {
        _buffer.Write([MllpBytes.StartBlock]);
        AcknowledgementBuilder.Write(message, code, controlId, services.Time.GetLocalNow(), result.Findings, _buffer);
        _buffer.Write([MllpBytes.EndBlock, MllpBytes.CarriageReturn]);
    }
}
