using System.Net.Security;

namespace Simphonie.Channels.Mllp;

/// <summary>Settings of an MLLP endpoint, checked.</summary>
internal sealed record MllpEndpointSettings
{
    public required string Name { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Null: plain TCP.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }

    /// <summary>Connections, each with one message at a time.</summary>
    public int InFlight { get; init; } = 1;

    public bool RepeatSafe { get; init; }

    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection unused for so long is opened anew, because firewalls forget it silently.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True: a CR of the accept level is final; false: it is tried again.</summary>
    public bool CommitRejectIsFinal { get; init; } = true;

    /// <summary>True: after CA the application acknowledgement on the same connection decides.</summary>
    public bool WaitForApplication { get; init; }

}
