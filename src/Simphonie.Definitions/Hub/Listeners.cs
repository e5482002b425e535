using System.Net;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Hub;

/// <summary>The rule that a listener on the network has TLS and knows its clients.</summary>
internal static class Listeners
{
    /// <summary>Checks the address of a listener; <paramref name="entry"/> holds <c>tls</c> and <c>insecure</c>.</summary>
    public static void Check(string name, Setting.Scalar listen, Setting.Map entry, DiagnosticBag findings)
    {
        if (IsLoopback(listen.Text) || KnowsClients(entry["tls"]))
        {
            return;
        }

        var accepted = entry.Text("insecure") == "accepted";
        findings.Add(
            accepted ? HubCodes.InsecureAccepted : HubCodes.Insecure,
            listen.Place,
            accepted
                ? $"'{name}' listens on a network address without TLS and client authentication, as 'insecure: accepted' allows."
                : $"'{name}' listens on a network address without TLS and client authentication.");
    }

    /// <summary>True for <c>localhost</c> and the addresses of the loopback interface, with or without a port.</summary>
    public static bool IsLoopback(string listen)
    {
        var colon = listen.LastIndexOf(':');
        var host = (colon > 0 && !listen.EndsWith(']') ? listen[..colon] : listen).Trim('[', ']');
        return host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>As the channels read <c>tls</c>: authorities mean that clients must show a certificate, unless <c>client: none</c> says otherwise.</summary>
    private static bool KnowsClients(Setting? tls) =>
        tls is Setting.Map map && map["authorities"] is not null && (map.Text("client") ?? "required") == "required";
}
