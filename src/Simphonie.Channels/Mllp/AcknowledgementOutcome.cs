using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Channels.Mllp;

/// <summary>What an acknowledgement means for a delivery: a pure function of its bytes and the message's control id.</summary>
internal static class AcknowledgementOutcome
{
    /// <summary><c>Final</c> is false only for a CA after which an application acknowledgement is waited for.</summary>
    public static (DeliveryOutcome Outcome, bool Final) Of(ReadOnlyMemory<byte> answer, string controlId, MllpEndpointSettings settings)
    {
        if (!AcknowledgementReader.TryRead(answer.Span, out var acknowledgement))
        {
            return (Unknown(settings, MllpCodes.NotAnAcknowledgement), true);
        }

        if (!string.Equals(acknowledgement.ControlId, controlId, StringComparison.Ordinal))
        {
            return (Unknown(settings, MllpCodes.OtherControlId), true);
        }

        var payload = new InlinePayload(answer);
        return acknowledgement.Code switch
        {
            "AA" => (new DeliveryOutcome.Delivered(payload), true),
            "CA" => (new DeliveryOutcome.Delivered(payload), !settings.WaitForApplication),
            "AE" or "AR" or "CE" when SaysLater(acknowledgement) => (Later(settings, acknowledgement.Code, payload), true),
            "CR" when !settings.CommitRejectIsFinal => (Later(settings, acknowledgement.Code, payload), true),
            "AE" or "AR" or "CE" or "CR" => (Rejected(settings, acknowledgement.Code, payload), true),
            _ => (Unknown(settings, MllpCodes.NotAnAcknowledgement), true),
        };
    }

    /// <summary>HL7 table 0357: 206 record locked, 207 application internal error: send again later.</summary>
    private static bool SaysLater(Acknowledgement acknowledgement)
    {
        foreach (var code in acknowledgement.ErrorCodes)
        {
            if (code is "206" or "207")
            {
                return true;
            }
        }

        return false;
    }

    private static DeliveryOutcome.Unavailable Later(MllpEndpointSettings settings, string code, Payload answer) =>
        new(Diagnostic.Of(MllpCodes.PeerBusy, Place.InMessage("MSA-1"), $"Endpoint {settings.Name} answered {code} and asks to try later."), EndpointDown: false, Answer: answer);

    private static DeliveryOutcome.Rejected Rejected(MllpEndpointSettings settings, string code, Payload answer) =>
        new(Diagnostic.Of(MllpCodes.PeerRejected, Place.InMessage("MSA-1"), $"Endpoint {settings.Name} answered {code}: {MllpCodes.PeerRejected.Help}"), answer);

    private static DeliveryOutcome.Unknown Unknown(MllpEndpointSettings settings, DiagnosticCode code) =>
        new(Diagnostic.Of(code, Place.InMessage("MSA"), $"Endpoint {settings.Name}: {code.Title} {code.Help}"));
}
