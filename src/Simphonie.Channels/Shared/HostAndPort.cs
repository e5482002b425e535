using System.Globalization;
using System.Net;

namespace Simphonie.Channels.Shared;

/// <summary>An address as <c>hub.yaml</c> writes it: <c>host:port</c>, IPv6 in brackets.</summary>
internal readonly record struct HostAndPort(string Host, int Port)
{
    public static bool TryParse(string? text, out HostAndPort address)
    {
        address = default;
        var colon = text?.LastIndexOf(':') ?? -1;
        if (colon <= 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)
        {
            return false;
        }

        address = new(text![..colon].Trim('[', ']'), port);
        return true;
    }

    /// <summary>The address to listen on; a name other than localhost cannot be listened on.</summary>
    public bool TryGetListen(out IPEndPoint endpoint)
    {
        var isAddress = IPAddress.TryParse(Host == "localhost" ? "127.0.0.1" : Host == "*" ? "0.0.0.0" : Host, out var address);
        endpoint = new(address ?? IPAddress.Loopback, Port);
        return isAddress;
    }
}
