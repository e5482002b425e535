using System.Globalization;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Directories;

/// <summary>Turns the settings of <c>hub.yaml</c> into those of a folder; the same reading serves lint and run time.</summary>
internal static class DirectorySettingsReader
{
    public static DirectoryInboundSettings Inbound(ChannelSettings settings)
    {
        var folder = Absolute(settings, settings.Own.Text("path") ?? ".");
        return new()
        {
            Name = settings.Name,
            Folder = folder,
            Archive = Path.GetFullPath(settings.Own.Text("archive") ?? "archive", folder),
            Error = Path.GetFullPath(settings.Own.Text("error") ?? "error", folder),
            Delete = settings.Own.Text("after") == "delete",
            Pattern = settings.Own.Text("pattern") ?? "*",
            Poll = TimeSpan.FromSeconds(Integer(settings.Own, "poll_seconds", 5)),
            Stable = TimeSpan.FromSeconds(Integer(settings.Own, "stable_seconds", 2)),
        };
    }

    public static DirectoryEndpointSettings Endpoint(ChannelSettings settings) => new()
    {
        Name = settings.Name,
        Folder = Absolute(settings, settings.Own.Text("path") ?? "."),
        FileName = FileNamePattern.TryParse(settings.Own.Text("name") ?? DirectoryChannelKind.DefaultName)!,
        InFlight = Integer(settings.Entry["limits"] as Setting.Map, "in_flight", 8),
        Format = FormatOf(settings),
    };

    public static void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings)
    {
        if (inbound)
        {
            CheckInbound(settings, findings);
        }
        else
        {
            CheckEndpoint(settings, findings);
        }
    }

    /// <summary>The format's name without schema and version; files are of any format.</summary>
    public static string FormatOf(ChannelSettings settings) => settings.Entry.Text("format")?.Split('/', '@')[0] ?? "bytes";

    private static void CheckInbound(ChannelSettings settings, DiagnosticBag findings)
    {
        var read = Inbound(settings);
        if (read.Pattern.Length == 0 || read.Pattern.AsSpan().ContainsAny('/', '\\', '\0'))
        {
            findings.Add(DirectoryCodes.BadPattern, PlaceOf(settings, "pattern"), $"'pattern' of '{settings.Name}' is no pattern of file names.");
        }

        string[] folders = [read.Folder, read.Work, read.Archive, read.Error];
        if (folders.Distinct(StringComparer.Ordinal).Count() < folders.Length)
        {
            findings.Add(DirectoryCodes.SameFolder, PlaceOf(settings, "archive"), $"'{settings.Name}' uses one folder for two purposes.");
        }
    }

    private static void CheckEndpoint(ChannelSettings settings, DiagnosticBag findings)
    {
        if (FileNamePattern.TryParse(settings.Own.Text("name") ?? DirectoryChannelKind.DefaultName) is not { } name)
        {
            findings.Add(DirectoryCodes.BadName, PlaceOf(settings, "name"), $"'name' of '{settings.Name}' is no plain file name.");
        }
        else if (!name.HasIdentity)
        {
            findings.Add(DirectoryCodes.NameWithoutIdentity, PlaceOf(settings, "name"), $"'name' of '{settings.Name}' has no {{id}}: two deliveries would have one name.");
        }
    }

    private static Place PlaceOf(ChannelSettings settings, string key) => (settings.Own[key] ?? settings.Own).Place;

    private static string Absolute(ChannelSettings settings, string path) => Path.GetFullPath(path, Path.GetFullPath(settings.BaseDirectory));

    private static int Integer(Setting.Map? map, string name, int otherwise) =>
        int.TryParse(map?.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
