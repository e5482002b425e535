using Simphonie.Core.Declarations;

namespace Simphonie.Channels.Soap.Client;

/// <summary>The declared fields of a SOAP endpoint.</summary>
internal static class SoapEndpointFields
{
    public static IReadOnlyList<FieldDeclaration> All { get; } =
    [
        new() { Name = "url", Kind = FieldKind.Text, Required = true, Example = "https://services.example/lps", Description = "Address of the service." },
        new() { Name = "profile", Kind = FieldKind.Reference, Required = true, Example = "soap/cdri-hub@1", Description = "Profile of the service: envelope, contexts, authentication and faults." },
        new() { Name = "timeout_seconds", Kind = FieldKind.Integer, Example = "10", Minimum = 1, Maximum = 600, Unit = "seconds", Description = "How long an attempt may take at most; a shorter limit of the route holds." },
        new() { Name = "connect_seconds", Kind = FieldKind.Integer, Default = "5", Minimum = 1, Maximum = 120, Unit = "seconds", Description = "How long connecting may take." },
        new() { Name = "answer_megabytes", Kind = FieldKind.Integer, Default = "10", Minimum = 1, Maximum = 100, Unit = "megabytes", Description = "Largest answer that is read." },
        new() { Name = "emetteur", Kind = FieldKind.Text, Example = "1990000001", Description = "National id of the sender in the contexts; without it, the OU of the client certificate." },
        new()
        {
            Name = "software", Kind = FieldKind.Map, Description = "What the context LPS says of the software.",
            Fields =
            [
                new() { Name = "idam", Kind = FieldKind.Text, Example = "HUBTEST00001", Description = "Authorisation number of the software." },
                new() { Name = "version", Kind = FieldKind.Text, Example = "1.0", Description = "Version of the software." },
                new() { Name = "instance", Kind = FieldKind.Text, Description = "UUID of the installation." },
                new() { Name = "name", Kind = FieldKind.Text, Example = "urn:lps:hub:1.0", Description = "Name of the software." },
            ],
        },
        new() { Name = "assertion_file", Kind = FieldKind.Text, Description = "File with a ready signed assertion that another system renews; it is sent byte for byte." },
        new()
        {
            Name = "assertion", Kind = FieldKind.Map, Description = "An assertion that the hub signs itself, where the profile asks for one.",
            Fields =
            [
                new() { Name = "certificate", Kind = FieldKind.Text, Required = true, Description = "Signing certificate: PKCS#12 with the key, or PEM." },
                new() { Name = "key", Kind = FieldKind.Text, Description = "PEM file of the key." },
                new() { Name = "password", Kind = FieldKind.Text, Description = "Password of the PKCS#12 file or the key." },
                new() { Name = "subject", Kind = FieldKind.Text, Description = "NameID; without it, the common name of the certificate." },
                new() { Name = "qualifier", Kind = FieldKind.Text, Example = "CPS", Description = "NameQualifier of a PS assertion." },
                new() { Name = "recipient", Kind = FieldKind.Text, Description = "Structure assertion: entity id of the service." },
                new() { Name = "audience", Kind = FieldKind.Text, Description = "Structure assertion: URI of the service." },
                new() { Name = "method", Kind = FieldKind.Text, Description = "Structure assertion and VIHF: class of the authentication context." },
                new() { Name = "issuer", Kind = FieldKind.Text, Description = "Structure assertion: entity id and version of the convention." },
                new() { Name = "attributes", Kind = FieldKind.Map, Description = "Attributes by name; a list gives several values." },
            ],
        },
    ];
}
