using System.Globalization;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Service;

/// <summary>Settings of a SOAP service of the hub, checked. TLS is that of the hub's HTTP listener.</summary>
internal sealed record SoapInboundSettings(string Path, string Profile, string? Authorities, TimeSpan? Wait, int MaxBytes)
{
    public static IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "path", Kind = FieldKind.Text, Required = true, Example = "/soap/cdri", Description = "Path on the hub's HTTP listener." },
        new() { Name = "profile", Kind = FieldKind.Reference, Required = true, Example = "soap/cdri-hub@1", Description = "Profile that the service speaks." },
        new() { Name = "authorities", Kind = FieldKind.Text, Description = "PEM file of the authorities that signed assertions must come from, where the profile asks for one." },
        new() { Name = "wait_seconds", Kind = FieldKind.Integer, Minimum = 1, Maximum = 600, Unit = "seconds", Description = "How long a caller waits; without it, what the route says." },
    ];

    /// <summary>Parses; null when there are errors.</summary>
    public static SoapInboundSettings? Parse(ChannelSettings settings, DiagnosticBag findings)
    {
        var before = findings.Count;
        var own = settings.Own;
        var path = own.Text("path") ?? "";
        if (!path.StartsWith('/') || path.Contains('{', StringComparison.Ordinal) || path.Contains('?', StringComparison.Ordinal))
        {
            findings.Add(SoapCodes.Setting, own.PlaceOf("path"), "'path' begins with a slash and is a plain path.");
        }

        if (string.IsNullOrEmpty(own.Text("profile")))
        {
            findings.Add(SoapCodes.Setting, own.PlaceOf("profile"), "'profile' is missing.");
        }

        if (findings.Count > before)
        {
            return null;
        }

        var authorities = own.Text("authorities") is { } file ? System.IO.Path.GetFullPath(System.IO.Path.Combine(settings.BaseDirectory, file)) : null;
        var wait = Number(own, "wait_seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var megabytes = settings.Entry["limits"] is Setting.Map limits ? Number(limits, "message_megabytes") ?? 20 : 20;
        return new SoapInboundSettings(path, own.Text("profile")!, authorities, wait, (int)Math.Min(megabytes * 1024L * 1024, int.MaxValue / 2));
    }

    private static int? Number(Setting.Map map, string name) =>
        int.TryParse(map.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
