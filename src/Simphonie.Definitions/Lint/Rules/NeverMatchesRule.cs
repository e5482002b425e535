using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>A route whose condition is false whatever comes, or that listens to nothing.</summary>
internal sealed class NeverMatchesRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var route in set.Routes)
        {
            if (route.From.Count == 0)
            {
                findings.Add(RouteCodes.NeverMatches, route.Place, $"route '{route.Name}' listens to no channel.");
            }
            else if (route.When is { } when && Constant.IsFalse(when))
            {
                findings.Add(RouteCodes.NeverMatches, route.Place, $"'when' of route '{route.Name}' is false whatever comes.");
            }
        }
    }
}
