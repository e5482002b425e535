using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;

namespace Simphonie.Channels.Http;

/// <summary>How the hub calls services over HTTP/1.1: connections are kept, nothing is followed, remembered or unpacked on its own.</summary>
internal static class KeptAlive
{
    /// <param name="connect">How long connecting may take.</param>
    /// <param name="inFlight">Connections at most.</param>
    /// <param name="tls">Options for https, null for the framework's.</param>
    public static HttpMessageInvoker Create(TimeSpan connect, int inFlight, SslClientAuthenticationOptions? tls)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = connect,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(30), // so that a moved address and a renewed certificate are seen
            MaxConnectionsPerServer = Math.Max(1, inFlight),
            ActivityHeadersPropagator = null,
        };
        if (tls is not null)
        {
            handler.SslOptions = tls;
        }

        return new HttpMessageInvoker(handler);
    }

    /// <summary>How long the service asks to wait before the next try; null when it does not say, or says a time that has passed.</summary>
    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? header?.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
