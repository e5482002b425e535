using Simphonie.Core.Declarations;

namespace Simphonie.Channels.Tls;

/// <summary>The declared fields of <c>tls:</c>, the same for every channel.</summary>
public static class TlsFields
{
    public static IReadOnlyList<FieldDeclaration> All { get; } =
    [
        new() { Name = "certificate", Kind = FieldKind.Text, Example = "hub.p12", Description = "Certificate of this side with its chain: a PKCS#12 file with the key, or a PEM file." },
        new() { Name = "key", Kind = FieldKind.Text, Example = "hub.key.pem", Description = "PEM file of the private key, when the certificate is PEM and the key is not in the same file." },
        new() { Name = "password", Kind = FieldKind.Text, Example = "${env:HUB_P12_PASSWORD}", Description = "Password of the PKCS#12 file or of the encrypted key; always by reference." },
        new() { Name = "authorities", Kind = FieldKind.Text, Example = "igc-sante.pem", Description = "PEM file of the authorities that the other side's certificate must come from; without it a client trusts those of the machine." },
        new() { Name = "client", Kind = FieldKind.Choice, Choices = ["required", "none"], Description = "Inbound: whether a client must show a certificate; required when authorities are given." },
        new() { Name = "names", Kind = FieldKind.List, Example = "[GAP-PROD]", Description = "Inbound: common names of the clients that may come in. Outbound: the name that the server's certificate must have, when it is not the host's." },
        new() { Name = "versions", Kind = FieldKind.List, Default = "[1.2, 1.3]", Choices = ["1.2", "1.3"], Description = "Versions of TLS." },
    ];
}
