using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Snapshot;

/// <summary>The rule of production mode: what was published under a name and version never changes.</summary>
public static class Publication
{
    /// <summary>One finding for each candidate whose content differs from what was published under its name and version. Pure.</summary>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<DefinitionEntry> published, IReadOnlyList<DefinitionEntry> candidates)
    {
        var known = published
            .GroupBy(e => (e.Header.Kind, e.Header.Name, e.Header.Version))
            .ToDictionary(g => g.Key, g => g.Select(e => e.Hash).ToHashSet(StringComparer.Ordinal));
        return
        [
            .. candidates
                .Where(c => known.TryGetValue((c.Header.Kind, c.Header.Name, c.Header.Version), out var hashes) && !hashes.Contains(c.Hash))
                .Select(c => Diagnostic.Of(SnapshotCodes.ChangedUnderVersion, c.Header.Place, $"{c.Header.Kind} {c.Header.Name}@{c.Header.Version} was published with other content.")),
        ];
    }
}
