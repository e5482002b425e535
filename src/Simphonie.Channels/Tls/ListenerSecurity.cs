using System.Net;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tls;

/// <summary>The rule that a listener on a network address has TLS and knows its clients.</summary>
public static class ListenerSecurity
{
    /// <summary>Checks one listener; nothing is found on a loopback address, or when <paramref name="insecureAccepted"/>.</summary>
    public static void Check(IPAddress address, TlsSettings? tls, bool insecureAccepted, Place place, DiagnosticBag findings)
    {
        if (!IPAddress.IsLoopback(address) && tls is not { ClientRequired: true } && !insecureAccepted)
        {
            findings.Add(TlsCodes.Insecure, place, "The listener has a network address and no TLS with client authentication.");
        }
    }
}
