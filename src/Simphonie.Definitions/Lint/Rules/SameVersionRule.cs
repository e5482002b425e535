using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>A name and version is defined once.</summary>
internal sealed class SameVersionRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var group in set.Named.Select(p => p.Header!).GroupBy(h => (h.Kind, h.Name, h.Version)))
        {
            var first = group.First();
            foreach (var again in group.Skip(1))
            {
                findings.Add(RouteCodes.SameVersion, again.Place, $"{again.Kind} {again.Name}@{again.Version} is defined already at {first.Place}.");
            }
        }
    }
}
