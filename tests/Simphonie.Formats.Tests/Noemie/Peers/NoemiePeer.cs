using System.Diagnostics;
using System.Text.Json;

namespace Simphonie.Formats.Tests.Noemie.Peers;

/// <summary>What the decoder in Python says of one file.</summary>
internal sealed record PeerReturn(bool Good, long Total, IReadOnlyList<string> Parts);

/// <summary>The naive decoder of <c>tests/peers</c>, asked once for all files.</summary>
internal static class NoemiePeer
{
    /// <param name="scripts">Folder of the decoder.</param>
    /// <param name="files">Paths, one return each.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<PeerReturn>> AskAsync(string scripts, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", "noemie-decode.py")
        {
            WorkingDirectory = scripts,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var python = Process.Start(start)!;
        var output = python.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = python.StandardError.ReadToEndAsync(cancellationToken);
        await python.StandardInput.WriteAsync(string.Join('\n', files));
        python.StandardInput.Close();
        await python.WaitForExitAsync(cancellationToken);
        Assert.That(python.ExitCode, Is.Zero, $"the decoder in Python does not run: {await errors}");
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private static PeerReturn Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new(root.GetProperty("good").GetBoolean(), root.GetProperty("total").GetInt64(), [.. root.GetProperty("parts").EnumerateArray().Select(Part)]);
    }

    private static string Part(JsonElement part) =>
        $"{part.GetProperty("invoice")} {part.GetProperty("complement")} {part.GetProperty("lot")} {part.GetProperty("debtor")} {part.GetProperty("state")} " +
        $"{part.GetProperty("asked")} {part.GetProperty("paid")} {string.Join(',', part.GetProperty("rejections").EnumerateArray())}";
}
