using System.Diagnostics;
using System.Text.Json;
using Simphonie.Bench.Rows;

namespace Simphonie.Bench.Peers;

/// <summary>What another implementation did with the same messages and fields.</summary>
internal sealed record PeerResult(string Peer, string Message, double MegabytesPerSecond, int Found);

/// <summary>Runs the implementations that users could pick instead: three of Node, one of Python.</summary>
internal static class PeerReading
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNameCaseInsensitive = true };

    public static async Task<IReadOnlyList<PeerResult>> MeasureAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var directory = context.NewDirectory("peers");
        var pam = Path.Combine(directory, "pam.er7");
        var obx = Path.Combine(directory, "obx.er7");
        await File.WriteAllBytesAsync(pam, Hl7Reading.PamMessage(), cancellationToken);
        await File.WriteAllBytesAsync(obx, Hl7Reading.ObxMessage(), cancellationToken);
        var scripts = Path.Combine(context.Home, "build", "benchmarks", "peers");
        return
        [
            .. await RunAsync("node", Path.Combine(scripts, "hl7.mjs"), pam, obx, cancellationToken),
            .. await RunAsync("/usr/bin/python3", Path.Combine(scripts, "python_hl7.py"), pam, obx, cancellationToken),
        ];
    }

    private static async Task<IReadOnlyList<PeerResult>> RunAsync(string interpreter, string script, string pam, string obx, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(interpreter, [script, pam, obx]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? JsonSerializer.Deserialize<List<PeerResult>>(text, s_json) ?? [] : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            await Console.Error.WriteLineAsync($"{interpreter} is not here: its peers are not measured.");
            return [];
        }
    }
}
