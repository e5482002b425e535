using System.Text.Json;

namespace Simphonie.Cli.Tests.Running;

/// <summary>A command that has ended: its status, all it wrote, and what of that went to standard output.</summary>
internal sealed record CommandRun(int Status, string Output, string Printed)
{
    /// <summary>What was printed as one JSON array of objects; fails when it is anything else.</summary>
    public JsonElement[] Json => [.. JsonDocument.Parse(Printed).RootElement.EnumerateArray()];
}
