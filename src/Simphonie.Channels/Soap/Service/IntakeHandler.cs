using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;

namespace Simphonie.Channels.Soap.Service;

/// <summary>Hands a call's body to the hub and answers with what its route made. Late: a fault with the ticket, and the same MessageID may be asked again.</summary>
internal sealed class IntakeHandler(string channel, ChannelServices services, TimeSpan? wait) : ISoapHandler, ISoapRefusals
{
    public async ValueTask<SoapAnswer> HandleAsync(SoapRequest request, CancellationToken cancellationToken)
    {
        var message = new InboundMessage { Channel = channel, Body = request.Body, Peer = request.Peer, Inspector = new KnownInspection(request) };
        var result = await services.Interactive.CallAsync(message, wait, cancellationToken);
        var id = request.MessageId;
        return result.State switch
        {
            InteractiveState.Answered when result is { Answer: { } answer, AnswerFormat: "xml" } => SoapAnswer.Of(await BytesAsync(answer, cancellationToken)),
            InteractiveState.Late => Fault("Receiver", "siram_40", "hub_202", id, "La réponse n'est pas encore prête ; le même message peut être redemandé."),
            InteractiveState.NotAccepted when result.Intake?.Disposition == IntakeDisposition.Overloaded => SoapAnswer.Unavailable(TimeSpan.FromSeconds(5)),
            InteractiveState.NotAccepted => Fault("Sender", "siram_100", "hub_409", id, $"Le message n'a pas été accepté{Why(result)}."),
            InteractiveState.NoRoute => Fault("Receiver", "siram_100", "hub_404", id, "Aucune route ne répond à ce message."),
            _ => Fault("Receiver", "siram_40", "hub_500", id, "Le traitement a échoué."),
        };
    }

    /// <summary>Intake keeps it as refused, with the cause, and only its head when it is over the channel's limit.</summary>
    public async ValueTask<bool> KeepAsync(Stream call, string? peer, string? messageId, Diagnostic cause, CancellationToken cancellationToken)
    {
        var message = new InboundMessage { Channel = channel, Stream = call, Peer = peer, Inspector = new RefusedInspection(messageId, cause) };
        return (await services.Intake.ReceiveAsync(message, cancellationToken)).Disposition != IntakeDisposition.Overloaded;
    }

    private static string Why(InteractiveResult result) =>
        result.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } first ? $" ({SoapFaults.Told(first)})" : "";

    private static SoapAnswer Fault(string code, string subcode, string detail, string messageId, string text) =>
        SoapAnswer.Of(SoapFaults.Siram(code, subcode, detail, "erreur", messageId, text));

    private static async ValueTask<ReadOnlyMemory<byte>> BytesAsync(Core.Messages.Payload answer, CancellationToken cancellationToken)
    {
        await using var stream = answer.OpenRead();
        var bytes = new byte[answer.Length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private sealed class RefusedInspection(string? messageId, Diagnostic cause) : IMessageInspector
    {
        public Inspection Inspect(ReadOnlySpan<byte> head) => new()
        {
            Readable = false,
            ControlId = string.IsNullOrEmpty(messageId) ? null : messageId,
            Findings = [cause],
        };
    }

    /// <summary>The service has read the envelope: the message's identity is its MessageID and caller, its type the body's root.</summary>
    private sealed class KnownInspection(SoapRequest request) : IMessageInspector
    {
        public Inspection Inspect(ReadOnlySpan<byte> head) => new()
        {
            Readable = true,
            ControlId = request.MessageId.Length == 0 ? null : request.MessageId,
            DuplicateKey = request.MessageId.Length == 0 ? null : $"{request.Peer}\u001F{request.MessageId}",
            Type = request.Operation.Request,
        };
    }
}
