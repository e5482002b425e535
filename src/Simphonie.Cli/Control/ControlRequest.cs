using System.Text.Json;

namespace Simphonie.Cli.Control;

/// <summary>A writing command sent to a running hub. The id makes a repeat the same command.</summary>
/// <param name="Id">Identity of the command.</param>
/// <param name="Command">Such as <c>deadletters.retry</c>.</param>
/// <param name="By">Who asks: the user's login name.</param>
/// <param name="Arguments">Named arguments.</param>
internal sealed record ControlRequest(string Id, string Command, string By, IReadOnlyDictionary<string, JsonElement> Arguments);

/// <summary>The answer: an exit status, rows to print, and a sentence.</summary>
internal sealed record ControlResponse(int Status, string? Text, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Rows);
