using System.Globalization;
using Simphonie.Channels.Shared;
using Simphonie.Channels.Tls;
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

        TlsSettings.Parse(settings.Entry["tls"], settings.BaseDirectory, inbound, findings);
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
            Tls = Material(settings, inbound: true, services) is { } material ? TlsOptions.Server(material) : null,
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
            Tls = Material(settings, inbound: false, services) is { } material ? TlsOptions.Client(material, address.Host) : null,
            InFlight = Integer(settings.Entry["limits"] as Setting.Map, "in_flight", 8),
            RepeatSafe = settings.Entry.Text("repeat") == "safe",
            ConnectTime = TimeSpan.FromSeconds(Integer(settings.Own, "connect_seconds", 5)),
            Idle = TimeSpan.FromSeconds(Integer(settings.Own, "idle_seconds", 60)),
            CommitRejectIsFinal = settings.Own.Text("commit_reject") != "retry",
            WaitForApplication = settings.Own.Text("wait_for") == "application",
        };
    }

    /// <summary>Null for plain TCP. Throws <see cref="ChannelStartException"/> when a certificate cannot be read.</summary>
    private static TlsMaterial? Material(ChannelSettings settings, bool inbound, ChannelServices services)
    {
        var findings = new DiagnosticBag();
        if (TlsSettings.Parse(settings.Entry["tls"], settings.BaseDirectory, inbound, findings) is not { } tls)
        {
            return null;
        }

        return TlsMaterial.Load(tls, services.Time, findings) ?? throw new ChannelStartException(findings[0]);
    }

    private static int Integer(Setting.Map? map, string name, int otherwise) =>
        int.TryParse(map?.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
