using System.Net;

namespace Simphonie.Cli.Composition;

/// <summary>The address of the HTTP listener as <c>hub.yaml</c> writes it.</summary>
internal static class HttpAddress
{
    /// <summary>Reads <c>host:port</c>; <c>localhost</c> is the loopback address, <c>*</c> all of them. Throws <see cref="FormatException"/> otherwise; lint has checked it.</summary>
    public static IPEndPoint Parse(string listen)
    {
        var text = listen.Replace("localhost:", "127.0.0.1:", StringComparison.Ordinal).Replace("*:", "0.0.0.0:", StringComparison.Ordinal);
        return IPEndPoint.Parse(text);
    }
}
