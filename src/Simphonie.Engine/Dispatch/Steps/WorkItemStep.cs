using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Opens a task for a human; the handling ends there when the step says so.</summary>
internal sealed class WorkItemStep : StepRunner<Step.WorkItem>
{
    protected override StepEnd Run(Step.WorkItem step, StageContext context)
    {
        context.WorkItems.Add(context.WorkItem(DispatchCodes.AskedByRoute, step.What, step.Why));
        return step.Stop ? StepEnd.Dropped(Diagnostic.Of(DispatchCodes.AskedByRoute, step.Place, step.Why)) : StepEnd.Next;
    }
}
