using System.Security.Authentication;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tls;

/// <summary>What <c>tls:</c> of a channel says, checked. Files are full paths. Prints no password.</summary>
public sealed class TlsSettings
{
    private TlsSettings()
    {
    }

    /// <summary>Full path of a PEM or PKCS#12 file; null for a client without a certificate of its own.</summary>
    public string? Certificate { get; private init; }

    public string? Key { get; private init; }

    internal string? Password { get; private init; }

    /// <summary>Full path of a PEM file; null: the machine's authorities.</summary>
    public string? Authorities { get; private init; }

    public bool ClientRequired { get; private init; }

    public IReadOnlyList<string> Names { get; private init; } = [];

    public SslProtocols Versions { get; private init; } = SslProtocols.Tls12 | SslProtocols.Tls13;

    public Place Place { get; private init; }

    /// <summary>Settings made by code rather than from <c>hub.yaml</c>.</summary>
    public static TlsSettings Of(string? certificate, string? key = null, string? password = null, string? authorities = null, bool clientRequired = false) => new()
    {
        Certificate = certificate,
        Key = key,
        Password = password,
        Authorities = authorities,
        ClientRequired = clientRequired,
        Place = Place.Whole,
    };

    /// <summary>Reads <c>tls:</c>; null when it is absent or <c>off</c>, or when it has errors.</summary>
    public static TlsSettings? Parse(Setting? setting, string baseDirectory, bool inbound, DiagnosticBag findings)
    {
        if (setting is null or Setting.Scalar { Text: "off" })
        {
            return null;
        }

        if (setting is not Setting.Map map)
        {
            findings.Add(TlsCodes.Setting, setting.Place, "'tls' is 'off' or a map.");
            return null;
        }

        var before = findings.Count;
        CheckNames(map, findings);
        var settings = new TlsSettings
        {
            Certificate = FullPath(map, "certificate", baseDirectory, findings),
            Key = FullPath(map, "key", baseDirectory, findings),
            Password = map.Text("password"),
            Authorities = FullPath(map, "authorities", baseDirectory, findings),
            ClientRequired = inbound && (map.Text("client") ?? (map["authorities"] is null ? "none" : "required")) == "required",
            Names = Texts(map, "names", findings),
            Versions = VersionsOf(map, findings),
            Place = map.Place,
        };
        CheckCombinations(settings, map, inbound, findings);
        return findings.Count == before ? settings : null;
    }

    private static void CheckNames(Setting.Map map, DiagnosticBag findings)
    {
        foreach (var (name, value) in map.Entries)
        {
            if (TlsFields.All.FirstOrDefault(field => field.Name == name) is not { } field)
            {
                findings.Add(TlsCodes.Setting, value.Place, $"'tls' has no field '{name}'; it knows {string.Join(", ", TlsFields.All.Select(known => known.Name))}.");
            }
            else if (field.Kind == FieldKind.Choice && (value as Setting.Scalar)?.Text is var text && !field.Choices.Contains(text))
            {
                findings.Add(TlsCodes.Setting, value.Place, $"'{name}' is one of {string.Join(", ", field.Choices)}.");
            }
        }
    }

    private static void CheckCombinations(TlsSettings settings, Setting.Map map, bool inbound, DiagnosticBag findings)
    {
        if (inbound && settings.Certificate is null)
        {
            findings.Add(TlsCodes.Setting, map.Place, "A listener needs a 'certificate'.");
        }

        if (settings.ClientRequired && settings.Authorities is null)
        {
            findings.Add(TlsCodes.Setting, map.Place, "'client: required' needs the 'authorities' that clients' certificates come from.");
        }

        if (!inbound && map["client"] is { } client)
        {
            findings.Add(TlsCodes.Setting, client.Place, "'client' is for listeners.");
        }

        if (settings.Key is not null && settings.Certificate is null)
        {
            findings.Add(TlsCodes.Setting, map.Place, "'key' needs a 'certificate'.");
        }
    }

    private static string? FullPath(Setting.Map map, string name, string baseDirectory, DiagnosticBag findings)
    {
        switch (map[name])
        {
            case null:
                return null;
            case Setting.Scalar { Text.Length: > 0 } scalar:
                return Path.GetFullPath(Path.Combine(baseDirectory, scalar.Text));
            case var other:
                findings.Add(TlsCodes.Setting, other.Place, $"'{name}' is the name of a file.");
                return null;
        }
    }

    private static IReadOnlyList<string> Texts(Setting.Map map, string name, DiagnosticBag findings)
    {
        switch (map[name])
        {
            case null:
                return [];
            case Setting.Scalar scalar:
                return [scalar.Text];
            case Setting.List list when list.Items.All(item => item is Setting.Scalar):
                return [.. list.Items.Cast<Setting.Scalar>().Select(item => item.Text)];
            case var other:
                findings.Add(TlsCodes.Setting, other.Place, $"'{name}' is a list of texts.");
                return [];
        }
    }

    private static SslProtocols VersionsOf(Setting.Map map, DiagnosticBag findings)
    {
        var versions = SslProtocols.None;
        foreach (var text in Texts(map, "versions", findings))
        {
            versions |= text switch { "1.2" => SslProtocols.Tls12, "1.3" => SslProtocols.Tls13, _ => SslProtocols.None };
            if (text is not ("1.2" or "1.3"))
            {
                findings.Add(TlsCodes.Setting, map["versions"]!.Place, "'versions' knows 1.2 and 1.3; older ones are not safe.");
            }
        }

        return versions == SslProtocols.None ? SslProtocols.Tls12 | SslProtocols.Tls13 : versions;
    }
}
