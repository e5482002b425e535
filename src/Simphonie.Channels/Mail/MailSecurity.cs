namespace Simphonie.Channels.Mail;

/// <summary>How a connection to a mail server is protected.</summary>
internal enum MailSecurity
{
    /// <summary>TLS from the first byte (SMTPS 465, POP3S 995).</summary>
    Tls,

    /// <summary>TLS begun by STARTTLS or STLS; a server that does not offer it is not spoken to.</summary>
    StartTls,

    /// <summary>No TLS: only to this machine.</summary>
    None,
}
