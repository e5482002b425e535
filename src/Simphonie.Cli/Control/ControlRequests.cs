using System.Text.Json;

namespace Simphonie.Cli.Control;

/// <summary>Makes requests for the control socket.</summary>
internal static class ControlRequests
{
    /// <summary>A request with a new id; values are text, whole numbers, booleans or null (left out).</summary>
    public static ControlRequest Make(string command, params (string Name, object? Value)[] arguments) => WithId(Guid.NewGuid().ToString("N"), command, arguments);

    /// <summary>A request with the user's own id, so that a repeat is the same command.</summary>
    public static ControlRequest WithId(string id, string command, params (string Name, object? Value)[] arguments) =>
        new(id, command, Environment.UserName, arguments.Where(argument => argument.Value is not null).ToDictionary(argument => argument.Name, argument => Element(argument.Value!), StringComparer.Ordinal));

    private static JsonElement Element(object value) => value switch
    {
        bool flag => JsonSerializer.SerializeToElement(flag),
        long number => JsonSerializer.SerializeToElement(number),
        int number => JsonSerializer.SerializeToElement(number),
        _ => JsonSerializer.SerializeToElement(value.ToString()),
    };
}
