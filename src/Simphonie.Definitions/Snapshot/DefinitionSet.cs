using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Snapshot;

/// <summary>All files of one set, parsed and compiled as far as they could be: what lint rules look at.</summary>
public sealed record DefinitionSet
{
    public required IReadOnlyList<DefinitionFile> Files { get; init; }

    public required IReadOnlyList<ParsedDefinition> Parsed { get; init; }

    /// <summary>Routes that compiled.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>Processes that compiled.</summary>
    public IReadOnlyList<ProcessDefinition> Processes { get; init; } = [];

    public required MappingCatalog Mappings { get; init; }

    public required ISchemaCatalog Schemas { get; init; }

    /// <summary>Parsed routes, mappings and processes with a readable head.</summary>
    public IEnumerable<ParsedDefinition> Named => Parsed.Where(p => p.Header is not null);
}
