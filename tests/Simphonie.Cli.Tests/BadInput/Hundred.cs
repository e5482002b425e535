using System.Globalization;
using System.Text;
using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.BadInput;

/// <summary>A body of 100 MB.</summary>
internal static class Hundred
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Sends a beginning and 100 MB behind it, as far as the other side lets it; gives the answer.</summary>
    public static async Task<HttpReply?> SendAsync(HttpWire wire, string path, string type, string beginning, bool announced)
    {
        var block = new byte[Megabyte];
        Array.Fill(block, (byte)' ');
        var length = announced ? $"Content-Length: {beginning.Length + (100 * Megabyte)}" : "Transfer-Encoding: chunked";
        await wire.WriteAsync($"POST {path} HTTP/1.1\r\nHost: hub\r\nContent-Type: {type}\r\n{length}\r\n\r\n", CancellationToken.None);
        try
        {
            await PartAsync(wire, Encoding.UTF8.GetBytes(beginning), announced);
            for (var sent = 0; sent < 100; sent++)
            {
                await PartAsync(wire, block, announced);
            }

            await wire.WriteAsync(announced ? "" : "0\r\n\r\n", CancellationToken.None);
        }
        catch (IOException)
        {
            // The hub has closed: what it answered lies in the socket.
        }

        return await wire.ReadAsync(CancellationToken.None);
    }

    /// <summary>VmHWM: the most that the process ever had in memory.</summary>
    public static int MostMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static async Task PartAsync(HttpWire wire, byte[] part, bool announced)
    {
        if (announced)
        {
            await wire.WriteAsync(part, CancellationToken.None);
            return;
        }

        await wire.WriteAsync($"{part.Length:x}\r\n", CancellationToken.None);
        await wire.WriteAsync(part, CancellationToken.None);
        await wire.WriteAsync("\r\n", CancellationToken.None);
    }
}
