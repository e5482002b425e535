using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>Who answers a waiting caller waits for no other message.</summary>
internal sealed class InteractiveRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var route in set.Routes.Where(r => r.Answer is not null))
        {
            foreach (var step in StepWalk.Of(route.Steps).Where(s => s is Step.Aggregate))
            {
                findings.Add(RouteCodes.InteractiveWaits, step.Place, $"route '{route.Name}' answers a waiting caller, and this step waits for other messages.");
            }
        }
    }
}
