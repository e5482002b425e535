using System.Diagnostics;
using System.Text.Json;

namespace Simphonie.Formats.Tests.Fhir.Validation;

/// <summary>An independent validator: <c>validateResource</c> of npm @medplum/core, one process for a batch.</summary>
internal static class MedplumValidator
{
    /// <summary>What it says of each resource, given by file name or as JSON text, by id.</summary>
    public static async Task<IReadOnlyDictionary<string, Verdict>> ValidateAsync(IEnumerable<(string Id, string? File, string? Json)> resources)
    {
        Assert.That(Directory.Exists(Path.Combine(FhirTestFiles.Peers, "node_modules", "@medplum", "core")), "@medplum/core is missing: run build/install-test-peers");
        var start = new ProcessStartInfo("node") { WorkingDirectory = FhirTestFiles.Peers, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("validate-fhir.mjs");
        using var node = Process.Start(start)!;
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        var reading = Task.Run(async () =>
        {
            while (await node.StandardOutput.ReadLineAsync() is { } line)
            {
                var cells = line.Split('\t');
                verdicts[cells[0]] = new Verdict(cells[1] == "valid", cells[2]);
            }
        });
        foreach (var (id, file, json) in resources)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id, file, json }));
        }

        node.StandardInput.Close();
        await reading;
        await node.WaitForExitAsync();
        Assert.That(node.ExitCode, Is.Zero);
        return verdicts;
    }

    public sealed record Verdict(bool Valid, string Text);
}
