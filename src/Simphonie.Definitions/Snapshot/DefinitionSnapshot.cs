using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Snapshot;

/// <summary>All definitions at one revision, checked and compiled, swapped in as one.</summary>
public sealed class DefinitionSnapshot
{
    /// <summary>SHA-256 over the content of all files, as 64 hexadecimal digits.</summary>
    public required string Revision { get; init; }

    /// <summary>All versions of all routes; use <see cref="RoutesFrom"/> for those of a channel.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>All versions of all processes.</summary>
    public IReadOnlyList<ProcessDefinition> Processes { get; init; } = [];

    public required IReadOnlyList<Mapping> Mappings { get; init; }

    public required ISchemaCatalog Schemas { get; init; }

    /// <summary>The packed content of every file, for the journal.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Code tables of the table files, for <c>enrich</c>.</summary>
    public IReadOnlyDictionary<string, CodeTable> Tables { get; init; } = new Dictionary<string, CodeTable>(StringComparer.Ordinal);

    /// <summary>Every route, mapping and process with the hash of its file: what publication compares.</summary>
    public IReadOnlyList<DefinitionEntry> Entries { get; init; } = [];

    /// <summary>Routes that listen to a channel, grouped by name with their versions latest first; a version that listens elsewhere is in its group too, and takes nothing.</summary>
    public required Func<string, IReadOnlyList<IReadOnlyList<Route>>> RoutesFrom { get; init; }
}

/// <summary>One version of one definition.</summary>
/// <param name="Header">Its head.</param>
/// <param name="Path">Path within the set.</param>
/// <param name="Hash">SHA-256 of the file, in hexadecimal.</param>
public sealed record DefinitionEntry(DefinitionHeader Header, string Path, string Hash);
