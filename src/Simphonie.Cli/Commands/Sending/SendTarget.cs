using Simphonie.Core.Diagnostics;
using Simphonie.Cli.Composition;
using Simphonie.Definitions.Hub;

namespace Simphonie.Cli.Commands.Sending;

/// <summary>Where to send.</summary>
/// <param name="Kind"><c>mllp</c>, <c>http</c> or <c>directory</c>.</param>
/// <param name="Address">host:port, an address, or a folder.</param>
internal sealed record SendTarget(string Kind, string Address)
{
    /// <summary>Null when the text is none of them.</summary>
    public static SendTarget? Parse(string text, string? config)
    {
        if (text.StartsWith("mllp://", StringComparison.Ordinal))
        {
            return new("mllp", text["mllp://".Length..].TrimEnd('/'));
        }

        if (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal))
        {
            return new("http", text);
        }

        if (config is not null && Named(text, config) is { } named)
        {
            return named;
        }

        return Directory.Exists(text) ? new("directory", text) : null;
    }

    private static SendTarget? Named(string name, string config)
    {
        var hub = new HubReader(ChannelKinds.All).ReadFile(config, resolveSecrets: false, new DiagnosticBag());
        var channel = hub?.Inbound.FirstOrDefault(inbound => inbound.Name == name);
        return channel?.Kind.Name switch
        {
            "mllp" => new("mllp", channel.Settings.Own.Text("listen")!),
            "fhir" when hub!.Http is { } http => new("http", $"http://{http.Listen}{channel.Settings.Own.Text("path")}"),
            "directory" => new("directory", Path.Combine(channel.Settings.BaseDirectory, channel.Settings.Own.Text("folder") ?? ".")),
            _ => null,
        };
    }
}
