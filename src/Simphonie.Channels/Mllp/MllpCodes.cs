using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mllp;

/// <summary>Codes of the MLLP channel (31xx).</summary>
public static class MllpCodes
{
    public static readonly DiagnosticCode PortTaken = new("SIM3101", Severity.Error, "The MLLP listener cannot start.", "Free the address and port, or change `listen` in hub.yaml.");
    public static readonly DiagnosticCode FrameNotEnded = new("SIM3102", Severity.Error, "The frame has no end block.", "The sender must end each message with the bytes 1C 0D before it closes or waits.");
    public static readonly DiagnosticCode Unframed = new("SIM3103", Severity.Error, "Bytes arrived outside of an MLLP frame.", "The sender must begin each message with the byte 0B.");
    public static readonly DiagnosticCode EndBlockMissing = new("SIM3104", Severity.Warning, "A new frame began before the end block of the one before.", "The message was taken up to there; the sender should write 1C 0D.");
    public static readonly DiagnosticCode Refused = new("SIM3110", Severity.Error, "The peer cannot be reached.", "Check that it runs and listens at the address of hub.yaml.");
    public static readonly DiagnosticCode NoAcknowledgement = new("SIM3111", Severity.Error, "No acknowledgement came in time.", "Ask the peer whether it has the message.");
    public static readonly DiagnosticCode ConnectionLost = new("SIM3112", Severity.Error, "The connection was lost while the message was on its way.", "Ask the peer whether it has the message.");
    public static readonly DiagnosticCode OtherControlId = new("SIM3113", Severity.Error, "The acknowledgement is for another message.", "Ask the peer whether it has the message; its acknowledgements must echo MSH-10 in MSA-2.");
    public static readonly DiagnosticCode NotAnAcknowledgement = new("SIM3114", Severity.Error, "The answer is not a readable acknowledgement.", "The peer must answer with MSH and MSA.");
    public static readonly DiagnosticCode PeerRejected = new("SIM3115", Severity.Error, "The peer rejected the message.", "Read ERR of its acknowledgement, correct the message and send it again.");
    public static readonly DiagnosticCode PeerBusy = new("SIM3116", Severity.Warning, "The peer asked to send the message again later.", "Nothing to do: it is sent again.");
    public static readonly DiagnosticCode BadAddress = new("SIM3120", Severity.Error, "The address is not host:port.", "Write an address such as 127.0.0.1:2575.");
}
