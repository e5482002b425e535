using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Engine.Dispatch;

namespace Simphonie.Engine.Delivery;

/// <summary>The routes in force that remember cancellations and moves, by name; found once for each revision.</summary>
internal sealed class IdentityRoutes(ActiveDefinitions definitions)
{
    /// <summary>Kind of the ledger's entries for cancelled dossiers.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Kind of the ledger's entries for patients and dossiers that were merged, renumbered or moved.</summary>
    public const string Moved = "moved";

    private Found? _found;

    public IReadOnlyList<string> Names
    {
        get
        {
            var snapshot = definitions.InForce;
            if (_found is not { } found || !ReferenceEquals(found.Snapshot, snapshot))
            {
                _found = found = new(snapshot, [.. snapshot.Routes.Where(static route => Remembers(route.Steps)).Select(static route => route.Name).Distinct(StringComparer.Ordinal)]);
            }

            return found.Names;
        }
    }

    private static bool Remembers(IReadOnlyList<Step> steps) => steps.Any(static step => step switch
    {
        Step.Remember remember => remember.Kind is Cancelled or Moved,
        Step.Choose choose => choose.Cases.Any(static choice => Remembers(choice.Steps)),
        _ => false,
    });

    private sealed record Found(DefinitionSnapshot Snapshot, IReadOnlyList<string> Names);
}
