using System.Buffers;
using System.Globalization;
using Simphonie.Core.Channels;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Channels.Mllp;

/// <summary>Collects the acknowledgements of one read and writes them to the connection at once, framed and in order.</summary>
internal sealed class AcknowledgementWriter(ChannelServices services)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public void Add(ReadOnlySpan<byte> message, IntakeResult result)
    {
        var (accept, application) = AcknowledgementReader.ConditionsOf(message);
        var codes = AcknowledgementPolicy.Decide(result.Disposition, accept, application);
        var id = (result.FirstId != 0 && result.Disposition == IntakeDisposition.Duplicate ? result.FirstId : result.MessageId).ToString(CultureInfo.InvariantCulture);
        if (codes.First is not null)
        {
            Frame(message, codes.First, "A" + id, result);
        }

        if (codes.Application is not null)
        {
            Frame(message, codes.Application, "B" + id, result);
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

    private void Frame(ReadOnlySpan<byte> message, string code, string controlId, IntakeResult result)
    {
        _buffer.Write([MllpBytes.StartBlock]);
        AcknowledgementBuilder.Write(message, code, controlId, services.Time.GetLocalNow(), result.Findings, _buffer);
        _buffer.Write([MllpBytes.EndBlock, MllpBytes.CarriageReturn]);
    }
}
