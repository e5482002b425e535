using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Snapshot;

/// <summary>What definitions are compiled with: formats, their schema loaders, the mapping compiler, and the names of the site.</summary>
public sealed record DefinitionTools
{
    public required IReadOnlyList<ISchemaLoader> SchemaLoaders { get; init; }

    public required IReadOnlyDictionary<string, IFormat> Formats { get; init; }

    public required IMappingCompiler Mappings { get; init; }

    /// <summary>Null when no <c>hub.yaml</c> is at hand.</summary>
    public SiteNames? Site { get; init; }

    /// <summary>Routes of the product itself, in force beside those of every revision; they are no part of its content.</summary>
    public IReadOnlyList<Route> BuiltIn { get; init; } = [];
}
