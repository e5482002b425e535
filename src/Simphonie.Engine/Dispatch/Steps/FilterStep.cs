using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Goes on only when its condition holds.</summary>
internal sealed class FilterStep : StepRunner<Step.Filter>
{
    protected override StepEnd Run(Step.Filter step, StageContext context)
    {
        var goesOn = step.Condition.IsTrue(context.Evaluation());
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
        }

        return goesOn ? StepEnd.Next : StepEnd.Dropped(Diagnostic.Of(DispatchCodes.Filtered, step.Place, step.Reason ?? "The filter does not hold."));
    }
}
