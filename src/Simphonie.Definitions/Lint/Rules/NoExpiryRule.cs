using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>A route that delivers says after which time it is too late.</summary>
internal sealed class NoExpiryRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var route in set.Routes.Where(r => r.Expires is null && StepWalk.Of(r.Steps).Any(s => s is Step.Send or Step.Call)))
        {
            findings.Add(RouteCodes.NoExpiry, route.Place, $"route '{route.Name}' delivers and does not say when it is too late.");
        }
    }
}
