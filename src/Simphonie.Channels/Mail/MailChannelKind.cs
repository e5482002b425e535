using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mail;

/// <summary><c>mail</c>: files in S/MIME mails, out by SMTP, in by POP3.</summary>
public sealed class MailChannelKind : IChannelKind
{
    internal const string DefaultContentType = "application/EDI-consent";
    internal const string DefaultProfile = "mail/b2-rss";

    private static readonly FieldDeclaration[] Server =
    [
        new() { Name = "connect", Kind = FieldKind.Text, Required = true, Example = "mail.exemple.fr:465", Description = "Host and port of the mail server." },
        new() { Name = "security", Kind = FieldKind.Choice, Choices = ["tls", "starttls", "none"], Default = "tls", Description = "TLS from the first byte, begun by command, or none, which only a server on this machine may have." },
        new() { Name = "user", Kind = FieldKind.Text, Description = "User to log in with." },
        new() { Name = "password", Kind = FieldKind.Text, Example = "${env:MAIL_PASSWORD}", Description = "Its password, by reference." },
        new() { Name = "command_seconds", Kind = FieldKind.Integer, Default = "60", Minimum = 1, Maximum = 3600, Unit = "seconds", Description = "How long connecting and each command may take." },
    ];

    public string Name => "mail";

    public string Description => "Files in mails, each encrypted for its recipient: sent by SMTP, picked up from a mailbox by POP3.";

    public IReadOnlyList<FieldDeclaration> InboundFields { get; } =
    [
        .. Server,
        new() { Name = "poll_seconds", Kind = FieldKind.Integer, Default = "60", Minimum = 1, Maximum = 86_400, Unit = "seconds", Description = "How often the mailbox is looked at." },
        new() { Name = "content_type", Kind = FieldKind.Text, Default = DefaultContentType, Description = "Media type of the part that carries the file." },
        new() { Name = "descriptions", Kind = FieldKind.List, Example = "[IRISTEST/]", Description = "Beginnings of the Content-Description of parts that are taken; any when absent." },
        new()
        {
            Name = "other_flows",
            Kind = FieldKind.Choice,
            Choices = ["keep", "leave"],
            Default = "keep",
            Description = "What becomes of a mail whose part is of none of 'descriptions': kept as refused and taken out of the mailbox, or left there for another channel.",
        },
        new() { Name = "accept_plain", Kind = FieldKind.Boolean, Default = "false", Description = "Whether a part without an envelope is taken too." },
        new()
        {
            Name = "decrypt",
            Kind = FieldKind.Map,
            Description = "Keys that mails may be encrypted for.",
            Fields =
            [
                new() { Name = "certificate", Kind = FieldKind.Text, Required = true, Example = "mailbox.p12", Description = "PKCS#12 file; it may hold an old key beside the present one." },
                new() { Name = "password", Kind = FieldKind.Text, Example = "${env:MAILBOX_P12_PASSWORD}", Description = "Its password, by reference." },
            ],
        },
    ];

    public IReadOnlyList<FieldDeclaration> EndpointFields { get; } =
    [
        .. Server,
        new() { Name = "from", Kind = FieldKind.Text, Required = true, Example = "facturation@ch-exemple.fr", Description = "Address that mails come from." },
        new() { Name = "to", Kind = FieldKind.Text, Example = "01422@422.01.rss.fr", Description = "Address that all mails go to; without it, the one that the profile makes of each file." },
        new() { Name = "profile", Kind = FieldKind.Reference, Default = DefaultProfile, Example = "mail/b2-rss@1", Description = "How the flow travels: addresses, subject, part, cipher." },
        new() { Name = "compress", Kind = FieldKind.Boolean, Default = "true", Description = "Whether files are compressed where the profile allows it." },
        new()
        {
            Name = "certificates",
            Kind = FieldKind.Map,
            Description = "Where certificates of recipients are, and which are trusted. The valid one with the highest serial number is taken.",
            Fields =
            [
                new() { Name = "folder", Kind = FieldKind.Text, Default = "certificates", Description = "Folder of PEM or DER files, known by the name or mail address of their subject." },
                new() { Name = "ldap", Kind = FieldKind.Text, Example = "ldaps://annuaire.exemple.fr", Description = "Directory to ask instead of a folder." },
                new() { Name = "base", Kind = FieldKind.Text, Example = "ou=AC-FACTURATION,o=exemple,c=FR", Description = "Where to search in the directory." },
                new() { Name = "user", Kind = FieldKind.Text, Description = "Distinguished name to bind with; anonymous when absent." },
                new() { Name = "password", Kind = FieldKind.Text, Description = "Its password, by reference." },
                new() { Name = "timeout_seconds", Kind = FieldKind.Integer, Default = "5", Minimum = 1, Maximum = 60, Unit = "seconds", Description = "How long a search may take." },
                new() { Name = "keep_minutes", Kind = FieldKind.Integer, Default = "60", Minimum = 0, Maximum = 10_080, Unit = "minutes", Description = "How long what was found serves again." },
                new() { Name = "authorities", Kind = FieldKind.Text, Example = "igc.pem", Description = "PEM file of the authorities that certificates must come from; chains are not checked without it." },
                new() { Name = "revocations", Kind = FieldKind.Text, Example = "igc.crl", Description = "File of their revocation list; when it is named, it must be there and in date." },
            ],
        },
    ];

    public void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings) => MailSettingsReader.Check(settings, inbound, findings);

    public IInboundChannel CreateInbound(ChannelSettings settings, ChannelServices services) =>
        new MailInbound(MailSettingsReader.Inbound(settings, services), services.Intake, services.Time, services.Logs);

    public IEndpoint CreateEndpoint(ChannelSettings settings, ChannelServices services) => new MailEndpoint(
        MailSettingsReader.Endpoint(settings, services), MailSettingsReader.Source(settings, services.Time), MailSettingsReader.Rules(settings), services.Time);
}
