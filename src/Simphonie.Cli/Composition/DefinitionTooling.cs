using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Cli.Composition;

/// <summary>What this build compiles definitions with.</summary>
internal static class DefinitionTooling
{
    /// <param name="hub">Null when no <c>hub.yaml</c> is at hand: names of channels and endpoints are then not checked.</param>
    public static DefinitionTools For(HubDefinition? hub) => new()
    {
        SchemaLoaders = FormatSet.Loaders,
        Formats = FormatSet.All,
        Mappings = new MappingCompiler(),
        Site = hub is null ? null : SiteNames.Of(hub),
        BuiltIn = hub is null ? [] : ApplicationAcknowledgements.Routes(hub),
    };
}
