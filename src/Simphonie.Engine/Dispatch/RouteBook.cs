using System.Collections.Concurrent;
using Simphonie.Core.Journal;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Snapshot;
using Simphonie.Engine.Dispatch.Plans;

namespace Simphonie.Engine.Dispatch;

/// <summary>A route as a handling was made with it.</summary>
internal sealed record BookedRoute(RoutePlan Plan, ISchemaCatalog Schemas);

/// <summary>
/// Finds the definitions that a handling was made with: those in force, or an older revision compiled from the content that the journal kept.
/// </summary>
internal sealed class RouteBook(ActiveDefinitions active, IDefinitionSource definitions, IJournalReader reader)
{
    private readonly ConcurrentDictionary<string, DefinitionSnapshot> _older = new(StringComparer.Ordinal);

    /// <summary>Null when the revision, or the route in it, cannot be found.</summary>
    public async ValueTask<BookedRoute?> FindAsync(string revision, string route, int version, CancellationToken cancellationToken)
    {
        if (await SnapshotAsync(revision, cancellationToken).ConfigureAwait(false) is not { } snapshot)
        {
            return null;
        }

        foreach (var candidate in snapshot.Routes)
        {
            if (candidate.Version == version && string.Equals(candidate.Name, route, StringComparison.Ordinal))
            {
                return new(RoutePlan.Of(candidate), snapshot.Schemas);
            }
        }

        return null;
    }

    public async ValueTask<DefinitionSnapshot?> SnapshotAsync(string revision, CancellationToken cancellationToken)
    {
        var current = active.InForce;
        if (string.Equals(current.Revision, revision, StringComparison.Ordinal))
        {
            return current;
        }

        if (_older.TryGetValue(revision, out var known))
        {
            return known;
        }

        return await reader.RevisionAsync(revision, cancellationToken).ConfigureAwait(false) is { } content
            ? _older.GetOrAdd(revision, definitions.Compile(revision, content))
            : null;
    }
}
