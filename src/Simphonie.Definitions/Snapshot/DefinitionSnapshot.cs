using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Snapshot;

/// <summary>All definitions at one revision, checked and compiled, swapped in as one.</summary>
public sealed class DefinitionSnapshot
{
    /// <summary>SHA-256 over the content of all files, as 64 hexadecimal digits.</summary>
    public required string Revision { get; init; }

    /// <summary>All versions of all routes; use <see cref="RoutesFrom"/> for those of a channel.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    public required IReadOnlyList<Mapping> Mappings { get; init; }

    public required ISchemaCatalog Schemas { get; init; }

    /// <summary>The packed content of every file, for the journal.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Routes that listen to a channel, grouped by name with their versions latest first.</summary>
    public required Func<string, IReadOnlyList<IReadOnlyList<Route>>> RoutesFrom { get; init; }
}
