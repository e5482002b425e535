namespace Simphonie.Channels.Mail.Certificates;

/// <summary>A directory of certificates.</summary>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">389, or 636 with TLS.</param>
/// <param name="Tls">True: TLS from the first byte.</param>
/// <param name="Base">Where to search, such as <c>ou=AC-FACTURATION,o=…</c>.</param>
/// <param name="User">Distinguished name to bind with; null: anonymous.</param>
/// <param name="Password">Its password.</param>
/// <param name="Patience">How long a search may take.</param>
/// <param name="Keep">How long what was found serves again.</param>
internal sealed record LdapSettings(string Host, int Port, bool Tls, string Base, string? User, string? Password, TimeSpan Patience, TimeSpan Keep)
{
    public override string ToString() => "directory of certificates";
}
