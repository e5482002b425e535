using System.Security.Cryptography.X509Certificates;
using System.Text;
using Simphonie.Channels.Mail;
using Simphonie.Channels.Mail.Certificates;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>What the mail tests are made of: a small B2 file by its published positions, the shipped profile, servers on this machine.</summary>
internal static class MailParts
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 6, 10, 59, 8, TimeSpan.Zero);

    /// <summary>000 for scheme 01, data centre 422, organism 061; two lots of 3 and 12 invoices (records 6, positions 11 to 13); 999.</summary>
    public static byte[] Payload { get; } = Encoding.ASCII.GetBytes(
        "000TE00000750000010".PadRight(25) + "CT" + "00000001422061" + "      TRF00001260306CP  B2".PadRight(87)
        + "6750000010003".PadRight(128)
        + "6750000010012".PadRight(128)
        + "999".PadRight(128));

    public static MailProfile Profile()
    {
        var findings = new DiagnosticBag();
        var path = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Peers.Peer.Folder))!, "schemas", "mail", "b2-rss.mail.yaml");
        return (MailProfile)(new MailProfileLoader().Load(path, findings) ?? throw new InvalidOperationException(string.Join('\n', findings)));
    }

    public static MailServer Plain(int port, string? user = null) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = MailSecurity.None,
        Tls = new(),
        User = user,
        Password = "secret",
        Patience = TimeSpan.FromSeconds(20),
    };

    public static MailEndpoint Endpoint(MailServer server, MailProfile profile, string certificates = "/nowhere") => new(
        new MailEndpointSettings
        {
            Name = "caisses",
            Server = server,
            From = "facturation@ch-exemple.fr",
            Profile = profile,
            World = World.Test,
            Compress = true,
            RepeatSafe = true,
            InFlight = 1,
        },
        new FolderCertificates(certificates),
        new CertificateRules([], revocationFile: null),
        TimeProvider.System);

    public static MailInboundSettings Mailbox(MailServer server, X509Certificate2Collection? keys = null, long messageBytes = 1_000_000) => new()
    {
        Name = "returns",
        Server = server,
        Poll = TimeSpan.FromMilliseconds(20),
        ContentType = "application/EDI-consent",
        Descriptions = [],
        AcceptPlain = keys is null,
        Keys = keys ?? [],
        MessageBytes = messageBytes,
    };
}
