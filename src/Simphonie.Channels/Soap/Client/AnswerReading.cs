using System.Globalization;
using System.Net;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Client;

/// <summary>Decides the outcome of a call from what came back. Pure; never looks at Sender or Receiver.</summary>
internal sealed class AnswerReading(SoapProfile profile)
{
    public DeliveryOutcome Decide(HttpStatusCode status, TimeSpan? retryAfter, ReadOnlyMemory<byte> answer, SoapOperation? operation, string messageId)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        if (status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
        {
            return new DeliveryOutcome.Unavailable(Finding(SoapCodes.Busy, $"The service answered HTTP {number}."), EndpointDown: true, retryAfter, Kept(answer));
        }

        if (status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout)
        {
            return new DeliveryOutcome.Unknown(Finding(SoapCodes.NoAnswer, $"A gateway answered HTTP {number}; the service may have had the call."));
        }

        var envelope = SoapEnvelope.Read(answer, XmlLimits.Default);
        if (envelope is not null && SoapFaultReader.Read(envelope) is { } fault)
        {
            return OfFault(fault, retryAfter, answer);
        }

        if ((int)status is < 200 or > 299)
        {
            return new DeliveryOutcome.Rejected(Finding(SoapCodes.Refused, $"The service answered HTTP {number} without a fault."), Kept(answer));
        }

        return envelope is null || envelope.Content < 0
            ? new DeliveryOutcome.Rejected(Finding(SoapCodes.AnswerUnreadable, "The answer is not an envelope with one element in its body."), Kept(answer))
            : OfContent(envelope, operation, messageId);
    }

    private DeliveryOutcome OfFault(SoapFault fault, TimeSpan? retryAfter, ReadOnlyMemory<byte> answer)
    {
        var rule = FaultPolicy.Decide(profile, fault);
        return rule is { Unavailable: true }
            ? new DeliveryOutcome.Unavailable(Finding(SoapCodes.Busy, $"The service answered the fault {Codes(fault)}."), rule.EndpointDown, retryAfter, Kept(answer))
            : new DeliveryOutcome.Rejected(
                Finding(SoapCodes.Fault, rule is null ? $"The service answered the fault {Codes(fault)}, which the profile does not know." : $"The service answered the fault {Codes(fault)}."),
                Kept(answer));
    }

    private DeliveryOutcome OfContent(SoapEnvelope envelope, SoapOperation? operation, string messageId)
    {
        var content = new InlinePayload(envelope.ContentBytes());
        if (envelope.RelatesTo is { } related && related != messageId)
        {
            return new DeliveryOutcome.Rejected(Finding(SoapCodes.OtherMessage, "RelatesTo of the answer is not the MessageID of the request."), content);
        }

        if (operation is not null && envelope.Message.NameOf(envelope.Content) != operation.Response)
        {
            return new DeliveryOutcome.Rejected(Finding(SoapCodes.AnswerInvalid, $"The answer's body is not {operation.Response}."), content);
        }

        var findings = new DiagnosticBag();
        profile.Schema?.Validate(envelope.Message, envelope.Content, findings);
        return findings.HasErrors
            ? new DeliveryOutcome.Rejected(Diagnostic.Of(SoapCodes.AnswerInvalid, findings[0].Place, $"{findings.Count} finding(s), the first {findings[0].Code}: {findings[0].Text}"), content)
            : new DeliveryOutcome.Delivered(content);
    }

    /// <summary>Codes are names of the protocol, not contents; but a peer could put anything there, so only what looks like a code is shown.</summary>
    private static string Codes(SoapFault fault) => $"{Shown(fault.Subcode)} {Shown(fault.Error?.Code)}";

    private static string Shown(string? code) =>
        code is { Length: > 0 and <= 32 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && code.Count(char.IsAsciiDigit) < 8 ? code : "(no code)";

    private static InlinePayload? Kept(ReadOnlyMemory<byte> answer) => answer.IsEmpty ? null : new InlinePayload(answer);

    private static Diagnostic Finding(DiagnosticCode code, string text) => Diagnostic.Of(code, Place.Whole, text);
}
