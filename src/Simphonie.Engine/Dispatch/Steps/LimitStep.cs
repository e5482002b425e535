using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>
/// Counts for a key and ends the handling with a work item when it came too often. The count is taken durably before the stage is run again with it:
/// a crash between counts once too much, never too little.
/// </summary>
internal sealed class LimitStep : StepRunner<Step.Limit>
{
    protected override StepEnd Run(Step.Limit step, StageContext context)
    {
        var key = step.Key.Text1(context.Evaluation());
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
        }

        if (string.IsNullOrEmpty(key))
        {
            return StepEnd.Skipped;
        }

        if (context.Input.Ledger.Count(context.StepName) is not { } count)
        {
            context.Count = new(context.StepName, $"limit:{context.Route.Name}:{context.StepName}", context.Environment.Pseudonym(key), step.Per, context.Derive("count/" + context.StepName));
            return StepEnd.MustCount;
        }

        if (count <= step.Max)
        {
            return StepEnd.Next;
        }

        var why = $"More than {step.Max} of them came for one key within {step.Per.TotalMinutes:0.##} minutes.";
        context.WorkItems.Add(context.WorkItem(DispatchCodes.OverLimit, step.What, why));
        return StepEnd.Dropped(Diagnostic.Of(DispatchCodes.OverLimit, step.Place, why));
    }
}
