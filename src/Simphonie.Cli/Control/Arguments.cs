using System.Text.Json;

namespace Simphonie.Cli.Control;

/// <summary>Reads the named arguments of a request.</summary>
internal static class Arguments
{
    public static string? Text(this ControlRequest request, string name) =>
        request.Arguments.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? Number(this ControlRequest request, string name) =>
        request.Arguments.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    public static bool Flag(this ControlRequest request, string name) =>
        request.Arguments.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.True;
}
