using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Simphonie.Channels.Soap.Service;

/// <summary>Bounds and trust of a service.</summary>
public sealed record SoapServiceOptions
{
    /// <summary>Largest request.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>How long a request's body may take to come in.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Authorities that signed assertions must come from.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>True: a plain connection without a client certificate is let in, for tests on the loopback interface.</summary>
    public bool AllowPlain { get; init; }

    public ILogger Log { get; init; } = NullLogger.Instance;

    public required TimeProvider Time { get; init; }
}
