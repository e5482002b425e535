using System.Net.Sockets;

namespace Simphonie.Cli.Control;

/// <summary>Where the control socket of a data directory is.</summary>
internal static class ControlSocket
{
    /// <summary>The kernel's limit for the path of a local socket, less its final zero.</summary>
    private const int LongestPath = 107;

    public static string PathIn(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "control.sock");

    public static bool IsTooLong(string path) => System.Text.Encoding.UTF8.GetByteCount(path) > LongestPath;

    public static Socket Create() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
