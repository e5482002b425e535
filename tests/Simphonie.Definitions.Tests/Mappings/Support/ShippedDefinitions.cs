using Simphonie.Core.Formats;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>The schemas and mappings of the repository, loaded as the hub loads them.</summary>
internal static class ShippedDefinitions
{
    private static readonly Lazy<DefinitionLoad> s_load = new(() => new DefinitionLoader(Repository.Tools).Load([InProject("schemas"), InProject("mappings")]));

    public static IReadOnlyDictionary<string, IFormat> Formats => Repository.Tools.Formats;

    public static DefinitionLoad Load => s_load.Value;

    public static string InProject(string path) => Path.Combine(ProjectFolder.Root, path);
}
