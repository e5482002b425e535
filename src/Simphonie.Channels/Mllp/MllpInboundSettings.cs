using System.Net;
using System.Net.Security;

namespace Simphonie.Channels.Mllp;

/// <summary>Settings of an MLLP listener, checked.</summary>
internal sealed record MllpInboundSettings
{
    public required string Name { get; init; }

    public required IPEndPoint Listen { get; init; }

    /// <summary>Null: plain TCP.</summary>
    public SslServerAuthenticationOptions? Tls { get; init; }

    public int Connections { get; init; } = 200;

    /// <summary>A connection on which nothing arrives for so long is closed.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>A frame must be complete within this time, however slowly its bytes drip.</summary>
    public TimeSpan FrameTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Limit of one message in bytes.</summary>
    public long MessageBytes { get; init; } = 20L * 1024 * 1024;
}
