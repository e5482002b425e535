using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mail;

/// <summary>Codes of the mail channel (35xx).</summary>
public static class MailCodes
{
    public static readonly DiagnosticCode Profile = new("SIM3501", Severity.Error, "The mail profile is wrong.", "Correct the field at the place named.");
    public static readonly DiagnosticCode Setting = new("SIM3502", Severity.Error, "A setting of the mail channel is wrong.", "Correct the field at the place named.");
    public static readonly DiagnosticCode PlainText = new("SIM3503", Severity.Error, "A mail server on another machine is spoken to without TLS.", "Set `security` to tls or starttls.");
    public static readonly DiagnosticCode Unreachable = new("SIM3510", Severity.Error, "The mail server cannot be reached.", "Check that it runs, its address, and its certificate.");
    public static readonly DiagnosticCode LoginRefused = new("SIM3511", Severity.Error, "The mail server refused the login.", "Check user and password, and that the server takes AUTH PLAIN or LOGIN over this connection.");
    public static readonly DiagnosticCode ServerRejected = new("SIM3512", Severity.Error, "The mail server refused the mail for good.", "Read its reply in the answer; check sender, recipient and size.");
    public static readonly DiagnosticCode ServerBusy = new("SIM3513", Severity.Warning, "The mail server asked to try again later.", "Nothing to do: it is sent again.");
    public static readonly DiagnosticCode NoReply = new("SIM3514", Severity.Error, "The connection was lost after the whole mail had left.", "The server may have it; the same mail is safe to repeat where the recipient knows file ids.");
    public static readonly DiagnosticCode Protocol = new("SIM3515", Severity.Error, "The mail server answered what its protocol does not allow.", "Check that the port is the one of the protocol.");
    public static readonly DiagnosticCode NoCertificate = new("SIM3520", Severity.Error, "There is no certificate for the recipient.", "Put its certificate into the folder, or check the directory and its filter.");
    public static readonly DiagnosticCode CertificateUnusable = new("SIM3521", Severity.Error, "The recipient's certificate may not be used.", "It is expired, revoked, not from the authorities, or not for encryption: obtain the present one.");
    public static readonly DiagnosticCode DirectoryDown = new("SIM3522", Severity.Error, "The directory of certificates did not answer.", "Check its address and the network; nothing was sent.");
    public static readonly DiagnosticCode BodyUnreadable = new("SIM3530", Severity.Error, "The payload does not hold what the profile takes from it.", "Check that the endpoint is given files of the profile's format.");
    public static readonly DiagnosticCode NoPart = new("SIM3540", Severity.Error, "The mail has no part of a billing flow.", "It was kept whole; ask the sender, or move it to the mailbox it is for.");
    public static readonly DiagnosticCode SeveralParts = new("SIM3541", Severity.Error, "The mail has several parts of billing flows.", "One file a mail: it was kept whole; ask the sender to send them one by one.");
    public static readonly DiagnosticCode NotForUs = new("SIM3542", Severity.Error, "The mail is encrypted for another certificate.", "Tell the sender the present certificate; if an old one is still in use, add its key.");
    public static readonly DiagnosticCode Tampered = new("SIM3543", Severity.Error, "The encrypted part cannot be opened: it is damaged.", "It was kept whole; ask the sender to send it again.");
    public static readonly DiagnosticCode Malformed = new("SIM3544", Severity.Error, "The mail is not well-formed MIME.", "It was kept whole; ask the sender to send it again.");
    public static readonly DiagnosticCode TooLarge = new("SIM3545", Severity.Error, "The mail or what it unpacks to is larger than the channel allows.", "Raise `limits.message_megabytes` if files of this size are right.");
    public static readonly DiagnosticCode NotGzip = new("SIM3546", Severity.Error, "The part says that it is compressed and is not, or is damaged.", "It was kept whole; ask the sender to send it again.");
    public static readonly DiagnosticCode NotEncrypted = new("SIM3547", Severity.Error, "The mail is not encrypted, and the channel asks for it.", "Ask the sender to encrypt, or set `accept_plain: true` where that is agreed.");
}
