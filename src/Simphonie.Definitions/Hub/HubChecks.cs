using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Hub;

/// <summary>What the declarations of <c>hub.yaml</c> alone cannot check.</summary>
internal static class HubChecks
{
    public static void Run(HubDefinition hub, Setting.Map map, DiagnosticBag findings)
    {
        CheckFiness(hub, map, findings);
        CheckFolders(hub, map, findings);
        CheckDisk(hub, map, findings);
        CheckAddresses(hub, findings);
        if (map.Map("http") is { } http && http["listen"] is Setting.Scalar listen)
        {
            Listeners.Check("http", listen, http, findings);
        }

        if (hub.Lots is not null && hub.Inbound.FirstOrDefault(channel => channel.Name == LotChannel.Name) is { } taken)
        {
            findings.Add(LotDefinitionCodes.ChannelTaken, taken.Place, "files of closed lots come from an internal channel of that name.");
        }

        if (hub.ApplicationAck is { } name && hub.Endpoints.All(e => e.Name != name))
        {
            findings.Add(HubCodes.UnknownEndpoint, map["application_ack"]!.Place, $"'{name}' is not an endpoint{Suggestion.For(name, hub.Endpoints.Select(e => e.Name))}");
        }
    }

    private static void CheckFiness(HubDefinition hub, Setting.Map map, DiagnosticBag findings)
    {
        if (hub.Establishment.Finess.Length != 9 || !hub.Establishment.Finess.All(char.IsAsciiLetterOrDigit))
        {
            findings.Add(HubCodes.BadFiness, map.Map("establishment")!["finess"]?.Place ?? map.Place, "a FINESS number has nine digits or letters.");
        }
    }

    private static void CheckFolders(HubDefinition hub, Setting.Map map, DiagnosticBag findings)
    {
        var written = map.Map("definitions")!.Scalars("from");
        for (var i = 0; i < written.Count; i++)
        {
            if (!Directory.Exists(hub.Definitions.From[i]))
            {
                findings.Add(HubCodes.MissingFolder, written[i].Place, $"the folder '{written[i].Text}' does not exist.");
            }
        }
    }

    private static void CheckDisk(HubDefinition hub, Setting.Map map, DiagnosticBag findings)
    {
        if (hub.Disk.Low <= hub.Disk.Lower || hub.Disk.Lower <= hub.Disk.Reserve)
        {
            findings.Add(HubCodes.DiskMarks, map["disk"]!.Place, "low_megabytes must be more than lower_megabytes, and that more than reserve_megabytes.");
        }
    }

    private static void CheckAddresses(HubDefinition hub, DiagnosticBag findings)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (hub.Http is { } http)
        {
            seen.Add(http.Listen, "http");
        }

        foreach (var channel in hub.Inbound)
        {
            if (channel.Settings.Own["listen"] is Setting.Scalar listen && !listen.Text.EndsWith(":0", StringComparison.Ordinal) && !seen.TryAdd(listen.Text, channel.Name))
            {
                findings.Add(HubCodes.SameAddress, listen.Place, $"'{channel.Name}' listens where '{seen[listen.Text]}' does.");
            }
        }
    }
}
