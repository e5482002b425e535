using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Mllp;
using Simphonie.Cli.Composition;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Cli.Commands.Sending;

/// <summary>Sends HL7 v2 over MLLP and shows the acknowledgement.</summary>
internal sealed class MllpSendClient(string address) : ISendClient
{
    private readonly IEndpoint _endpoint = Endpoint(address);

    public async Task<SendAnswer> SendAsync(string file, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        var frozen = _endpoint.Freeze(new("SEND", bytes, TimeProvider.System.GetLocalNow()));
        var outcome = await _endpoint.DeliverAsync(new(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, timeout), cancellationToken);
        return outcome switch
        {
            DeliveryOutcome.Delivered delivered => Answered(true, delivered.Answer),
            DeliveryOutcome.Rejected rejected => Answered(false, rejected.Answer),
            DeliveryOutcome.Unavailable { Answer: not null } unavailable => Answered(false, unavailable.Answer),
            DeliveryOutcome.Unavailable unavailable => new(false, "unavailable", null, unavailable.Cause.Text),
            DeliveryOutcome.Unknown unknown => new(false, "unknown", null, unknown.Cause.Text),
            _ => new(false, "", null, null),
        };
    }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    private static SendAnswer Answered(bool accepted, Payload? answer)
    {
        using var lease = answer?.Lease();
        return lease is not null && AcknowledgementReader.TryRead(lease.Memory.Span, out var acknowledgement)
            ? new(accepted, acknowledgement.Code, acknowledgement.ControlId, string.Join(' ', acknowledgement.ErrorCodes))
            : new(accepted, accepted ? "accepted" : "refused", null, null);
    }

    private static IEndpoint Endpoint(string address)
    {
        var own = new Setting.Map([new("connect", new Setting.Scalar(address, Place.Whole))], Place.Whole);
        var settings = new ChannelSettings { Name = "send", Own = own, Entry = new Setting.Map([new("mllp", own)], Place.Whole), BaseDirectory = Environment.CurrentDirectory };
        return new MllpChannelKind().CreateEndpoint(settings, new()
        {
            Intake = null!,
            Interactive = null!,
            Formats = FormatSet.All,
            Schemas = Simphonie.Definitions.Schemas.SchemaCatalog.Empty,
            Logs = NullLoggerFactory.Instance,
            Time = TimeProvider.System,
            World = World.Test,
            Establishment = "",
            Hub = "",
            Journal = null!,
        });
    }
}
