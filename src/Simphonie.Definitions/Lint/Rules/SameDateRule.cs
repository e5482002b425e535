using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>Two versions of one name never take effect on the same date: which one holds must be clear.</summary>
internal sealed class SameDateRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var group in set.Named.Select(p => p.Header!).GroupBy(h => (h.Kind, h.Name, h.Effective)))
        {
            var first = group.First();
            foreach (var other in group.Where(h => h.Version != first.Version))
            {
                findings.Add(RouteCodes.SameDate, other.Place, $"{other.Kind} {other.Name}@{other.Version} takes effect on {other.Effective:yyyy-MM-dd}, as version {first.Version} does at {first.Place}.");
            }
        }
    }
}
