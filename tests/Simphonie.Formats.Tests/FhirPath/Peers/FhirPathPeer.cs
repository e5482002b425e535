using System.Diagnostics;
using System.Text.Json;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.FhirPath.Peers;

/// <summary>An expression over an official example (null: over nothing).</summary>
internal sealed record PeerCase(string? File, string Expression);

/// <summary>What the peer says: items as text, or null for an error.</summary>
internal sealed record PeerAnswer(IReadOnlyList<string>? Items);

/// <summary>npm <c>fhirpath</c>, asked once for all.</summary>
internal static class FhirPathPeer
{
    /// <summary>Cases of the list: a line that begins with @ and a blank names the example of those below it.</summary>
    public static IReadOnlyList<PeerCase> Cases()
    {
        var cases = new List<PeerCase>();
        string? file = null;
        foreach (var line in File.ReadLines(Path.Combine(FhirTestFiles.Root, "tests", "Simphonie.Formats.Tests", "FhirPath", "Peers", "expressions.txt")))
        {
            if (line is "@" || line.StartsWith("@ ", StringComparison.Ordinal))
            {
                file = line.Length > 2 ? line[2..] : null;
            }
            else if (line.Length > 0)
            {
                cases.Add(new PeerCase(file, line));
            }
        }

        return cases;
    }

    public static async Task<IReadOnlyList<PeerAnswer>> AskAsync(IReadOnlyList<PeerCase> cases, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", "fhirpath-evaluate.mjs")
        {
            WorkingDirectory = FhirTestFiles.Peers,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TZ"] = "Europe/Paris";
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(cases.Select(one => new { file = one.File, expression = one.Expression })));
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancellationToken);
        Assert.That(node.ExitCode, Is.Zero, $"npm fhirpath does not run (build/install-test-peers): {await errors}");
        using var answers = JsonDocument.Parse(await output);
        return [.. answers.RootElement.EnumerateArray().Select(Read)];
    }

    private static PeerAnswer Read(JsonElement answer) =>
        new(answer.TryGetProperty("items", out var items) ? [.. items.EnumerateArray().Select(item => item.GetString()!)] : null);
}
