using Simphonie.Cli.Composition;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Cli.Commands.Definitions;

/// <summary>
/// What a command about definitions works on: the paths that the user named, or all that the product ships. A <c>hub.yaml</c> among them is checked
/// too, and its channels and endpoints are what routes may name.
/// </summary>
internal static class DefinitionPaths
{
    private static readonly string[] s_folders = ["routes", "mappings", "schemas"];

    public static DefinitionLoad Load(IReadOnlyList<string> paths, string? config, DiagnosticBag findings)
    {
        var hubs = paths.Where(path => Path.GetFileName(path) == "hub.yaml").ToList();
        var hubFile = config ?? hubs.FirstOrDefault();
        HubDefinition? hub = null;
        if (hubFile is not null)
        {
            hub = new HubReader(ChannelKinds.All).ReadFile(hubFile, resolveSecrets: false, findings);
        }

        var named = paths.Except(hubs, StringComparer.Ordinal).ToList();
        var folders = named.Count > 0 ? WithShipped(named) : hub?.Definitions.From ?? Shipped();
        return new DefinitionLoader(DefinitionTooling.For(hub)).Load(folders);
    }

    private static List<string> Shipped() => [.. s_folders.Select(folder => Path.Combine(Home.Directory, folder)).Where(Directory.Exists)];

    /// <summary>What the user named, and what it refers to: the shipped mappings and schemas.</summary>
    private static List<string> WithShipped(List<string> named) => [.. named, .. Shipped().Where(folder => !folder.EndsWith("routes", StringComparison.Ordinal))];
}
