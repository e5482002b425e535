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

    /// <summary>The longest that an attempt may take; null: as long as the caller says.</summary>
    public TimeSpan? Timeout { get; init; }

    public required SoftwareIdentity Software { get; init; }

    public TlsSettings? Tls { get; init; }

    /// <summary>Full path of a ready assertion, which another system signed and renews.</summary>
    public string? Assertion { get; init; }

    /// <summary>Certificate and key that sign assertions.</summary>
    public TlsSettings? Signing { get; init; }

    public required Setting.Map Own { get; init; }

    public int InFlight { get; init; } = 8;

    public bool RepeatSafe { get; init; }

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
            Timeout = own["timeout_seconds"] is null ? null : TimeSpan.FromSeconds(Number(own, "timeout_seconds", 10)),
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
