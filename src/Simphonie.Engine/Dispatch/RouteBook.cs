using System.Collections.Concurrent;
using Simphonie.Core.Journal;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Snapshot;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Policies;

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

    /// <summary>The handling's route as another revision has it in force at the business date; null when it has none.</summary>
    public async ValueTask<BookedRoute?> InForceAsync(HandlingRecord handling, string revision, CancellationToken cancellationToken)
    {
        var date = handling.BusinessDate ?? ParisDate.Of(handling.Now);
        var snapshot = await SnapshotAsync(revision, cancellationToken).ConfigureAwait(false);
        var route = snapshot?.Routes.Where(route => route.Name == handling.Route && route.Effective <= date).MaxBy(static route => (route.Effective, route.Version));
        return route is null ? null : new(RoutePlan.Of(route), snapshot!.Schemas);
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

        if (await reader.RevisionAsync(revision, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return null;
        }

        try
        {
            return _older.GetOrAdd(revision, definitions.Compile(revision, content));
        }
        catch (DefinitionException)
        {
            // Written for another version of the hub. Whoever asked makes a dead letter of it, with what to do.
            return null;
        }
    }
}
