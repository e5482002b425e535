using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Client;

/// <summary>Settings of a SOAP endpoint, checked.</summary>
internal sealed record SoapEndpointSettings
{
    public required Uri Url { get; init; }

    public required string Profile { get; init; }

    public int AnswerBytes { get; init; } = 10 * 1024 * 1024;

    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    public required SoftwareIdentity Software { get; init; }

    public TlsSettings? Tls { get; init; }

    /// <summary>Full path of a ready assertion, which another system signed and renews.</summary>
    public string? Assertion { get; init; }

    /// <summary>Certificate and key that sign assertions.</summary>
    public TlsSettings? Signing { get; init; }

    public required Setting.Map Own { get; init; }

    public int InFlight { get; init; } = 8;

    public bool RepeatSafe { get; init; }

    public static IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "url", Kind = FieldKind.Text, Required = true, Example = "https://services.example/lps", Description = "Address of the service." },
        new() { Name = "profile", Kind = FieldKind.Reference, Required = true, Example = "soap/cdri-hub@1", Description = "Profile of the service: envelope, contexts, authentication and faults." },
        new() { Name = "timeout_seconds", Kind = FieldKind.Integer, Default = "10", Minimum = 1, Maximum = 600, Unit = "seconds", Description = "How long an attempt may take, when the route does not say." },
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

    /// <summary>Parses; null when there are errors.</summary>
    public static SoapEndpointSettings? Parse(ChannelSettings settings, DiagnosticBag findings)
    {
        var before = findings.Count;
        var own = settings.Own;
        if (!Uri.TryCreate(own.Text("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            findings.Add(SoapCodes.Setting, own.PlaceOf("url"), "'url' is an http or https address.");
        }

        if (string.IsNullOrEmpty(own.Text("profile")))
        {
            findings.Add(SoapCodes.Setting, own.PlaceOf("profile"), "'profile' is missing.");
        }

        var tls = TlsSettings.Parse(own["tls"] ?? settings.Entry["tls"], settings.BaseDirectory, inbound: false, findings);
        if (url is { Scheme: "http" } && (!url.IsLoopback || tls is not null))
        {
            findings.Add(SoapCodes.Setting, own.PlaceOf("url"), "A service is called over https; http is for loopback addresses without tls.");
        }

        var signing = own["assertion"] is Setting.Map map ? ParseSigning(map, settings.BaseDirectory, findings) : null;
        if (own["assertion_file"] is not null && signing is not null)
        {
            findings.Add(SoapCodes.Setting, own.PlaceOf("assertion"), "An assertion is either ready in a file or signed by the hub.");
        }

        if (findings.Count > before)
        {
            return null;
        }

        var software = own["software"] as Setting.Map;
        return new SoapEndpointSettings
        {
            Url = url!,
            Profile = own.Text("profile")!,
            Own = own,
            AnswerBytes = Number(own, "answer_megabytes", 10) * 1024 * 1024,
            Connect = TimeSpan.FromSeconds(Number(own, "connect_seconds", 5)),
            Software = new SoftwareIdentity(own.Text("emetteur"), software?.Text("idam"), software?.Text("version"), software?.Text("instance"), software?.Text("name")),
            Tls = tls,
            Signing = signing,
            Assertion = own.Text("assertion_file") is { } file ? Path.GetFullPath(Path.Combine(settings.BaseDirectory, file)) : null,
            InFlight = settings.Entry["limits"] is Setting.Map limits ? Number(limits, "in_flight", 8) : 8,
            RepeatSafe = settings.Entry.Text("repeat") == "safe",
        };
    }

    private static TlsSettings? ParseSigning(Setting.Map map, string baseDirectory, DiagnosticBag findings)
    {
        var entries = map.Entries.Where(entry => entry.Key is "certificate" or "key" or "password").ToList();
        var signing = TlsSettings.Parse(new Setting.Map(entries, map.Place), baseDirectory, inbound: false, findings);
        if (signing is { Certificate: null })
        {
            findings.Add(SoapCodes.Setting, map.Place, "'assertion' needs the signing 'certificate'.");
        }

        return signing;
    }

    private static int Number(Setting.Map map, string name, int otherwise) =>
        int.TryParse(map.Text(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
