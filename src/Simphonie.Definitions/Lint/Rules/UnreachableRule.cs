using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>Nothing stands behind a step that always ends the handling.</summary>
internal sealed class UnreachableRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var route in set.Routes)
        {
            Check(route.Steps, findings);
        }
    }

    private static void Check(IReadOnlyList<Step> steps, DiagnosticBag findings)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is Step.Choose choose)
            {
                foreach (var one in choose.Cases)
                {
                    Check(one.Steps, findings);
                }
            }

            if (i + 1 < steps.Count && AlwaysEnds(steps[i]))
            {
                findings.Add(RouteCodes.Unreachable, steps[i + 1].Place, $"the step at line {steps[i].Place.Line} always ends the handling.");
                return;
            }
        }
    }

    private static bool AlwaysEnds(Step step) => step.If is null && step switch
    {
        Step.WorkItem work => work.Stop,
        Step.Filter filter => Constant.IsFalse(filter.Condition),
        Step.Choose choose => choose.Cases.Count > 0 && choose.Cases[^1].Condition is null && choose.Cases.All(c => c.Steps.Any(AlwaysEnds)),
        _ => false,
    };
}
