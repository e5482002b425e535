using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Waits for the other messages of its group. The handling that goes on sees all of them, in order, as children <c>message</c> of one document.</summary>
internal sealed class AggregateStep : StepRunner<Step.Aggregate>
{
    protected override StepEnd Run(Step.Aggregate step, StageContext context)
    {
        var key = step.By.Text1(context.Evaluation());
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
        }

        context.Group = new(context.Environment.Pseudonym($"{context.StepName}\u001f{key}"), step.Count, step.Within);
        return StepEnd.Waits;
    }

    protected override StepEnd Resume(Step.Aggregate step, StageContext context)
    {
        var group = new GroupDocument(context.Input.Group);
        context.Documents.Add(step.As, group);
        context.Evaluation().Variables[step.As] = [new(group.Root)];
        return StepEnd.Next;
    }
}
