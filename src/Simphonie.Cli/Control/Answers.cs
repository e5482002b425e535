using System.Text.Json;
using Simphonie.Engine.Control;

namespace Simphonie.Cli.Control;

/// <summary>Makes responses of what commands gave.</summary>
internal static class Answers
{
    public static ControlResponse Done(string text) => new(ExitStatus.Fine, text, []);

    public static ControlResponse Wrong(string text) => new(ExitStatus.Usage, text, []);

    public static ControlResponse Failed(string text) => new(ExitStatus.Findings, text, []);

    public static ControlResponse Of(CommandResult result) => Of([result]);

    /// <summary>One row for each thing; refused ones make the status 1.</summary>
    public static ControlResponse Of(IReadOnlyList<CommandResult> results) => new(
        results.Any(result => result.Outcome == CommandOutcome.Refused) ? ExitStatus.Findings : ExitStatus.Fine,
        results.Count == 0 ? "Nothing to do." : null,
        [.. results.Select(result => Row(("id", result.Id), ("outcome", result.Outcome.ToString().ToLowerInvariant()), ("cause", result.Finding?.ToString())))]);

    public static IReadOnlyDictionary<string, JsonElement> Row(params (string Name, object? Value)[] cells) =>
        cells.ToDictionary(cell => cell.Name, cell => JsonSerializer.SerializeToElement(cell.Value), StringComparer.Ordinal);
}
