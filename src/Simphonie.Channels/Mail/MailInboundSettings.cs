using System.Security.Cryptography.X509Certificates;

namespace Simphonie.Channels.Mail;

/// <summary>Settings of a mailbox that is read.</summary>
internal sealed record MailInboundSettings
{
    public required string Name { get; init; }

    public required MailServer Server { get; init; }

    public required TimeSpan Poll { get; init; }

    /// <summary>Media type of the parts that are taken.</summary>
    public required string ContentType { get; init; }

    /// <summary>Beginnings of Content-Description that are taken; empty: any.</summary>
    public required IReadOnlyList<string> Descriptions { get; init; }

    /// <summary>True: a mail whose part is of another flow stays in the mailbox.</summary>
    public bool LeaveOthers { get; init; }

    /// <summary>True: parts that travel without an envelope are taken too.</summary>
    public required bool AcceptPlain { get; init; }

    /// <summary>Certificates with keys that mails may be encrypted for.</summary>
    public required X509Certificate2Collection Keys { get; init; }

    /// <summary>Bytes of what a mail unpacks to.</summary>
    public required long MessageBytes { get; init; }
}
