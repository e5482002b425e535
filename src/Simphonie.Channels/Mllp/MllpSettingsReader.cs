using System.Globalization;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mllp;

/// <summary>Turns the settings of <c>hub.yaml</c> into those of a listener or an endpoint.</summary>
internal static class MllpSettingsReader
{
    public static void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings)
    {
        var key = inbound ? "listen" : "connect";
        var text = settings.Own.Text(key);
        if (!HostAndPort.TryParse(text, out var address) || (inbound && !address.TryGetListen(out _)))
        {
            findings.Add(MllpCodes.BadAddress, (settings.Own[key] ?? settings.Own).Place, $"'{key}' of '{settings.Name}' must be an address and a port such as 127.0.0.1:2575.");
        }
    }

    public static MllpInboundSettings Inbound(ChannelSettings settings, ChannelServices services)
    {
        _ = HostAndPort.TryParse(settings.Own.Text("listen"), out var address);
        _ = address.TryGetListen(out var listen);
        var limits = settings.Entry["limits"] as Setting.Map;
        return new()
        {
            Name = settings.Name,
            Listen = listen,
            Connections = Integer(limits, "connections", 200),
            Idle = TimeSpan.FromSeconds(Integer(limits, "idle_seconds", 300)),
            FrameTime = TimeSpan.FromSeconds(Integer(settings.Own, "frame_seconds", 120)),
            MessageBytes = Integer(limits, "message_megabytes", 20) * 1024L * 1024L,
        };
    }

    public static MllpEndpointSettings Endpoint(ChannelSettings settings, ChannelServices services)
    {
        _ = HostAndPort.TryParse(settings.Own.Text("connect"), out var address);
        return new()
        {
            Name = settings.Name,
            Host = address.Host,
            Port = address.Port,
            InFlight = Integer(settings.Entry["limits"] as Setting.Map, "in_flight", 8),
            RepeatSafe = settings.Entry.Text("repeat") == "safe",
            ConnectTime = TimeSpan.FromSeconds(Integer(settings.Own, "connect_seconds", 5)),
            Idle = TimeSpan.FromSeconds(Integer(settings.Own, "idle_seconds", 60)),
            CommitRejectIsFinal = settings.Own.Text("commit_reject") != "retry",
            WaitForApplication = settings.Own.Text("wait_for") == "application",
        };
    }

    private static int Integer(Setting.Map? map, string name, int otherwise) =>
        int.TryParse(map?.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
