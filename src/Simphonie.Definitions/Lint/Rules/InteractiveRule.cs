using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>
/// Who answers a waiting caller waits for no other message, and puts nothing into lots: the call may be given up and made again, while an invoice is in a lot once.
/// </summary>
internal sealed class InteractiveRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var route in set.Routes.Where(r => r.Answer is not null))
        {
            foreach (var step in StepWalk.Of(route.Steps))
            {
                if (step is Step.Aggregate)
                {
                    findings.Add(RouteCodes.InteractiveWaits, step.Place, $"route '{route.Name}' answers a waiting caller, and this step waits for other messages.");
                }
                else if (step is Step.Lot or Step.Carry or Step.Reconcile)
                {
                    findings.Add(RouteCodes.InteractiveKeeps, step.Place, $"route '{route.Name}' answers a waiting caller, and this step keeps what outlives the call.");
                }
            }
        }
    }
}
