using System.Net.Security;

namespace Simphonie.Channels.Mail;

/// <summary>A mail server and how it is logged into.</summary>
internal sealed record MailServer
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required MailSecurity Security { get; init; }

    public required SslClientAuthenticationOptions Tls { get; init; }

    public required string? User { get; init; }

    public required string? Password { get; init; }

    /// <summary>How long connecting, and each command, may take.</summary>
    public required TimeSpan Patience { get; init; }

    public override string ToString() => "mail server";
}
