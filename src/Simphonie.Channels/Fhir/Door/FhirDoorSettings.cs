using System.Globalization;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>Settings of the FHIR door, checked. TLS is that of the hub's HTTP listener.</summary>
internal sealed record FhirDoorSettings
{
    public required string Name { get; init; }

    /// <summary>Begins with a slash and does not end with one.</summary>
    public required string Path { get; init; }

    public required string Schema { get; init; }

    /// <summary>Passwords by user name, for Basic.</summary>
    public required IReadOnlyDictionary<string, string> Users { get; init; }

    /// <summary>Tokens by the client's name, for Bearer.</summary>
    public required IReadOnlyDictionary<string, string> Tokens { get; init; }

    /// <summary>Largest body of an operation, which is held in memory; what is created goes to intake as a stream.</summary>
    public required long MessageBytes { get; init; }

    public static IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "path", Kind = FieldKind.Text, Default = "/fhir", Example = "/fhir", Description = "Path on the hub's HTTP listener." },
        new() { Name = "users", Kind = FieldKind.Map, Description = "Passwords by user name; with it, callers authenticate by Basic, by a token or by a client certificate." },
        new() { Name = "tokens", Kind = FieldKind.Map, Description = "Bearer tokens by client name; with it, callers authenticate by a token, by Basic or by a client certificate." },
    ];

    public static FhirDoorSettings? Parse(ChannelSettings settings, DiagnosticBag findings)
    {
        var before = findings.Count;
        var path = (settings.Own.Text("path") ?? "/fhir").TrimEnd('/');
        if (!path.StartsWith('/') || path.AsSpan().ContainsAny("{}?#* "))
        {
            findings.Add(FhirChannelCodes.Setting, (settings.Own["path"] ?? settings.Own).Place, "'path' begins with a slash and is a plain path below the root.");
        }

        var users = Secrets(settings.Own, "users", findings);
        var tokens = Secrets(settings.Own, "tokens", findings);
        if (findings.Count > before)
        {
            return null;
        }

        var megabytes = (settings.Entry["limits"] as Setting.Map)?.Text("message_megabytes");
        return new FhirDoorSettings
        {
            Name = settings.Name,
            Path = path,
            Schema = settings.Entry.Text("format") is { } format && format.Contains('/', StringComparison.Ordinal) ? format : "fhir/r4",
            Users = users,
            Tokens = tokens,
            MessageBytes = (int.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 20) * 1024L * 1024L,
        };
    }

    private static Dictionary<string, string> Secrets(Setting.Map own, string name, DiagnosticBag findings)
    {
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (own[name] is not null and not Setting.Map)
        {
            findings.Add(FhirChannelCodes.Setting, own[name]!.Place, $"'{name}' is a map of names to secrets.");
        }

        foreach (var (key, value) in (own[name] as Setting.Map)?.Entries ?? [])
        {
            if (value is Setting.Scalar { Text.Length: > 0 } secret && !key.Contains(':', StringComparison.Ordinal))
            {
                secrets[key] = secret.Text;
            }
            else
            {
                findings.Add(FhirChannelCodes.Setting, value.Place, $"An entry of '{name}' is a name without a colon and a secret that is not empty.");
            }
        }

        return secrets;
    }
}
